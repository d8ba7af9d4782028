import type { Files } from "./project.ts";

function manifest(name: string, range: string): Files {
  return { "package.json": JSON.stringify({ dependencies: { [name]: range } }) };
}

/** Projects by the library that they use; all of them ignore their env files. */
const IGNORED: Files = { ".gitignore": ".env*\n" };
export const V4: Files = { ...IGNORED, ...manifest("next-auth", "^4.24.11") };
export const V5: Files = { ...IGNORED, ...manifest("next-auth", "5.0.0-beta.29") };
export const SVELTEKIT: Files = { ...IGNORED, ...manifest("@auth/sveltekit", "^1.11.0") };
export const EXPRESS: Files = { ...IGNORED, ...manifest("@auth/express", "^0.12.0") };
export const BETTER_AUTH: Files = { ...IGNORED, ...manifest("better-auth", "^1.7.0") };
