/** A manifest that names Auth.js. */
export const MANIFEST = JSON.stringify({ dependencies: { "next-auth": "5.0.0-beta.30" } });

/** An env file with a secret that is a phrase. */
export const WEAK = "AUTH_SECRET=correct horse battery\n";

/** The same with a secret that was just generated. */
export const FRESH = /^AUTH_SECRET=[\w+/]{43}=\n$/;

/** What is said of such a phrase in a file that git would commit. */
export const OPEN = ["env-not-ignored", "passphrase-secret"];
