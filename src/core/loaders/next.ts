import { dependsOn, type Loader, type Manifest, majorOf } from "./loader.ts";
import { nextEnvReader } from "./readers/nextEnv.ts";

/**
 * `@next/env` 14–16 (16.4.6 in the tests), `loadEnvConfig`: development is `next dev`, production
 * is `next build` and `next start`, test is `NODE_ENV=test`, which leaves `.env.local` out.
 */
const next: Loader = {
  id: "next",
  name: "Next.js",
  files: {
    development: [".env.development.local", ".env.local", ".env.development", ".env"],
    production: [".env.production.local", ".env.local", ".env.production", ".env"],
    test: [".env.test.local", ".env.test", ".env"],
  },
  localFile: ".env.local",
  readerOf: () => nextEnvReader,
};

/** Up to 13 the same files were read by an older parser, with rules of its own. */
const nextBefore14: Loader = { ...next, readerOf: () => undefined };

export function detectNext(manifest: Manifest): Loader | undefined {
  if (!dependsOn(manifest, "next")) return undefined;
  return (majorOf(manifest, "next") ?? 14) < 14 ? nextBefore14 : next;
}
