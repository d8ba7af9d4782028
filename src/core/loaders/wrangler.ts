import { dependsOn, type Loader, type Manifest } from "./loader.ts";
import { dotenvReader } from "./readers/dotenv.ts";
import { expanding } from "./readers/expand.ts";

const SECRETS = ".dev.vars";
const FILES = [SECRETS, ".env.local", ".env"];
const envReader = expanding(dotenvReader);

/**
 * Wrangler 4 (4.164.0 read: `getVarsForDev`): `.dev.vars` alone where there is one, as dotenv
 * reads it; else `.env` files, whose values are expanded. A deployed Worker reads no file.
 */
const wrangler: Loader = {
  id: "wrangler",
  name: "Wrangler",
  files: { development: FILES, production: [], test: FILES },
  soleFile: SECRETS,
  localFile: SECRETS,
  readerOf: (file) => (file === SECRETS ? dotenvReader : envReader),
};

/** Beside Vite, Wrangler may only deploy what Vite has loaded; its plugin tells that it does not. */
export function detectWranglerInVite(manifest: Manifest): Loader | undefined {
  return dependsOn(manifest, "@cloudflare/vite-plugin") ? wrangler : undefined;
}

export function detectWrangler(manifest: Manifest): Loader | undefined {
  return dependsOn(manifest, "wrangler") ? wrangler : undefined;
}
