import { readJson } from "../readJson.ts";
import type { Framework } from "./framework.ts";

type Dependencies = Readonly<Record<string, unknown>>;

/** What a manifest asks for by name: all its kinds of dependencies together. */
export function dependenciesOf(manifest: string): Dependencies {
  return dependenciesIn(readJson(manifest));
}

/** The same, and the command lines of its scripts. */
export function manifestOf(manifest: string): {
  readonly dependencies: Dependencies;
  readonly scripts: Readonly<Record<string, string>>;
} {
  const root = readJson(manifest);
  const scripts = property(root, "scripts");
  const lines = isRecord(scripts) ? Object.entries(scripts) : [];
  return {
    dependencies: dependenciesIn(root),
    scripts: Object.fromEntries(
      lines.flatMap(([name, line]) => (typeof line === "string" ? [[name, line]] : [])),
    ),
  };
}

function dependenciesIn(root: unknown): Dependencies {
  const kinds = ["peerDependencies", "optionalDependencies", "devDependencies", "dependencies"];
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const some = property(root, kind);
      return isRecord(some) ? Object.entries(some) : [];
    }),
  );
}

/** The frameworks that a manifest names, in the version that it or the lockfile tells. */
export function frameworksIn(
  frameworks: readonly Framework[],
  dependencies: Dependencies,
  lockfile: string | undefined,
): readonly Framework[] {
  return frameworks.filter(({ packages, isVersion }) =>
    packages.some((name) => {
      const range = dependencies[name];
      if (typeof range !== "string") return false;
      if (isVersion === undefined) return true;
      const major =
        majorOfRange(range) ?? majorInLockfile(name, lockfile ?? "") ?? majorOfTag(range);
      return major !== undefined && isVersion(major);
    }),
  );
}

/** `^5.0.0-beta.25`, `~4.24`, `npm:next-auth@5.0.0-beta.4` → the major version; undefined for the rest. */
function majorOfRange(range: string): number | undefined {
  const version = range.startsWith("npm:") ? range.slice(range.lastIndexOf("@") + 1) : range;
  const match = /^[\s^~>=<v]*(\d+)(?:[.\-x*\s|]|$)/.exec(version);
  return match === null ? undefined : Number(match[1]);
}

/**
 * The major version that a lockfile settled on: `package-lock.json`, `yarn.lock` (both kinds),
 * `pnpm-lock.yaml` and `bun.lock` all write it behind the name, each in its own way.
 */
function majorInLockfile(name: string, lockfile: string): number | undefined {
  const quoted = name.replace(/[/\\^$.*+?()[\]{}|]/g, "\\$&");
  const start = `(?<![\\w@-]|@[\\w.-]+/)${quoted}`;
  const forms = [
    `${start}[@/](?:npm:)?(\\d+)\\.\\d+\\.\\d`,
    `${start}["']?(?:@[^\\n]*\\n|:)?\\s*(?:\\{\\s*)?(?:specifier:[^\\n]*\\n\\s*)?"?version"?:?\\s+"?(\\d+)\\.`,
  ];
  for (const form of forms) {
    const match = new RegExp(form).exec(lockfile);
    if (match?.[1] !== undefined) return Number(match[1]);
  }
  return undefined;
}

/**
 * What a range without digits stands for. npm's `latest` of next-auth is a 4, and v5 is published
 * under `beta`; a workspace or catalog tells nothing.
 */
function majorOfTag(range: string): number | undefined {
  if (/^(latest|\*|x|)$/.test(range.trim())) return 4;
  return 5;
}

function property(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
