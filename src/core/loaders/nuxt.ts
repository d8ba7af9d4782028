import { dependsOn, type Loader, type Manifest } from "./loader.ts";

/**
 * Nuxt reads through c12 (3.3.4 read: `setupDotenv`): `.env` alone, where it builds and in
 * development. A server that runs the build reads none. How it puts values together is not stated.
 */
const nuxt: Loader = {
  id: "nuxt",
  name: "Nuxt",
  files: { development: [".env"], production: [".env"], test: [".env"] },
  isBuildOnly: true,
  localFile: ".env",
  readerOf: () => undefined,
};

export function detectNuxt(manifest: Manifest): Loader | undefined {
  return dependsOn(manifest, "nuxt", "nuxt3") ? nuxt : undefined;
}
