import { authCore } from "./authCore.ts";
import { authExpress } from "./authExpress.ts";
import { authFastify } from "./authFastify.ts";
import { authQwik } from "./authQwik.ts";
import { authSolidStart } from "./authSolidStart.ts";
import { authSveltekit } from "./authSveltekit.ts";
import { betterAuth } from "./betterAuth.ts";
import { dependenciesOf, frameworkIn } from "./detect.ts";
import type { Framework } from "./framework.ts";
import { nextAuthV4 } from "./nextAuthV4.ts";
import { nextAuthV5 } from "./nextAuthV5.ts";

export type { Framework } from "./framework.ts";

/** Every library that is known, the more telling packages first. */
export const frameworks: readonly Framework[] = [
  nextAuthV5,
  nextAuthV4,
  authSveltekit,
  authExpress,
  authSolidStart,
  authQwik,
  authFastify,
  betterAuth,
  authCore,
];

/** Every variable that any of the libraries reads its secret from. */
export const secretVariables: ReadonlySet<string> = new Set(
  frameworks.flatMap((framework) => framework.variables),
);

/** Those of the variables that all the others hold as a part: what to search a text for. */
export const variableParts: readonly string[] = [...secretVariables].filter(
  (name) => ![...secretVariables].some((other) => other !== name && name.includes(other)),
);

/** What to take a package for that names none of the libraries. */
export const assumedFramework: Framework = nextAuthV5;

/**
 * Which auth library a package uses, from the text of its `package.json` and, where the range there
 * does not tell, of its lockfile; undefined where it names none.
 */
export function findFramework(manifest?: string, lockfile?: string): Framework | undefined {
  if (manifest === undefined) return undefined;
  return frameworkIn(frameworks, dependenciesOf(manifest), lockfile);
}

/** The same, with the one to assume where nothing is known. */
export function detectFramework(manifest?: string, lockfile?: string): Framework {
  return findFramework(manifest, lockfile) ?? assumedFramework;
}

/** Every package that source imports the libraries from: `next-auth`, `@auth/express` … */
export const libraryPackages: ReadonlySet<string> = new Set(
  frameworks
    .flatMap(({ entryPoints, optionTypes, providerModules }) => [
      ...[...entryPoints, ...optionTypes].flatMap(({ modules }) => modules),
      ...providerModules,
    ])
    .map((module) => /^(@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? module),
);
