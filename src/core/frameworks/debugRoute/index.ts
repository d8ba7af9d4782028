import { joinPath } from "../../paths.ts";
import type { Project } from "../../project.ts";
import { dependenciesOf } from "../detect.ts";
import { nextApp } from "./nextApp.ts";
import { nextPages } from "./nextPages.ts";
import { svelteKit } from "./svelteKit.ts";
import { DEBUG_ROUTE_MARK, type DebugRouteKind } from "./template.ts";

export { DEBUG_ROUTE_MARK } from "./template.ts";

/** In the order in which they are looked for. */
const KINDS: readonly DebugRouteKind[] = [nextApp, nextPages, svelteKit];

const TYPESCRIPT = "tsconfig.json";

/** What to look for in a package's folder before a debug route is written. */
export const DEBUG_ROUTE_SIGNS: readonly string[] = [
  TYPESCRIPT,
  ...KINDS.flatMap(({ folders }) => folders),
];

export interface DebugRoute {
  /** Workspace-relative path with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * The file that answers in development whether secret and session are in order; undefined where the
 * package has no web framework whose routes are files. `present` holds those of
 * {@link DEBUG_ROUTE_SIGNS} that are there.
 */
export function debugRouteFor(
  { directory, framework }: Project,
  manifest: string,
  present: ReadonlySet<string>,
): DebugRoute | undefined {
  const dependencies = dependenciesOf(manifest);
  const possible = KINDS.filter((kind) => Object.hasOwn(dependencies, kind.package));
  const chosen = possible.find(({ folders }) => folders.some((name) => present.has(name)));
  const kind = chosen ?? possible[0];
  if (kind === undefined) return undefined;
  const folder = kind.folders.find((name) => present.has(name)) ?? kind.folders.at(-1) ?? "";
  const isTyped = present.has(TYPESCRIPT);
  const { variables, session } = framework;
  return {
    path: joinPath(directory, `${folder}/${kind.name}.${isTyped ? "ts" : "js"}`),
    text: kind.text({ variables, session, isTyped }),
  };
}

const PATH = /(?:^|\/)debug-auth(?:\/(?:route|\+server))?\.[jt]s$/;

/** Where the mark stands in a debug route of ours; undefined in every other file. */
export function debugRouteMark(path: string, text: string): number | undefined {
  if (!PATH.test(path)) return undefined;
  const start = text.indexOf(`// ${DEBUG_ROUTE_MARK}:`);
  return start < 0 ? undefined : start;
}
