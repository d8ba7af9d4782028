import { authCore } from "./authCore.ts";
import { authExpress } from "./authExpress.ts";
import { authFastify } from "./authFastify.ts";
import { authQwik } from "./authQwik.ts";
import { authSolidStart } from "./authSolidStart.ts";
import { authSveltekit } from "./authSveltekit.ts";
import { betterAuth } from "./betterAuth.ts";
import { dependenciesOf, frameworksIn } from "./detect.ts";
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

/** The library that a variable belongs to first of all, where it is the one that it asks for. */
export function ownerOf(variable: string): Framework | undefined {
  return frameworks.find((framework) => framework.variable === variable);
}

/** Names of earlier versions for an app's address: what to search a source for. */
export const legacyUrlVariables: readonly string[] = frameworks.flatMap(
  ({ renamedUrl }) => renamedUrl?.legacy ?? [],
);

/** What to take a package for that names none of the libraries. */
const assumedFramework: Framework = nextAuthV5;

/** The library that a package's set-up is told by: the first of its own, or the one to assume. */
export function frameworkOf(libraries: readonly Framework[]): Framework {
  return libraries[0] ?? assumedFramework;
}

/**
 * The auth libraries that a package uses, from the text of its `package.json` and, where the range
 * there does not tell, of its lockfile; the one that its set-up is told by first.
 */
export function findFrameworks(manifest?: string, lockfile?: string): readonly Framework[] {
  if (manifest === undefined) return [];
  return frameworksIn(frameworks, dependenciesOf(manifest), lockfile);
}

/** The same, with the one to assume where nothing is known. */
export function detectFramework(manifest?: string, lockfile?: string): Framework {
  return frameworkOf(findFrameworks(manifest, lockfile));
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
