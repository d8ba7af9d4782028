import { isEnvFile } from "./dotenv/files.ts";
import { type EnvFile, parseEntries } from "./dotenv/parse.ts";
import { secretEntries } from "./dotenv/secretEntries.ts";
import type { Span } from "./edit.ts";
import { secretVariables } from "./frameworks/index.ts";
import type { Project } from "./project.ts";
import { sourcesOf } from "./script/sources.ts";
import { coverOf } from "./sorted.ts";

/** Names of client secrets: `AUTH_GITHUB_SECRET`, `GOOGLE_CLIENT_SECRET`. */
const SECRET_NAME = /_SECRETS?(?:_\d+)?$/;
/**
 * An assignment that somebody put aside may well be the secret of yesterday. Signs and blanks are one
 * class: as alternatives, each of a million signs would take room on the expression's stack.
 */
const PUT_ASIDE =
  /^[^\S\r\n\u2028\u2029]*#[#\t\v\f \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]*(?=(?:export\s+)?[\w.-]+\s*=)/gm;

/**
 * What to cover in a file while others look on: the values of secret variables, in comments too, and
 * the literals that source hands to an auth library.
 */
export function hiddenSpans(project: Project, path: string): readonly Span[] {
  const file = isEnvFile(path) ? project.envFiles.find((each) => each.path === path) : undefined;
  const spans = file ? spansIn(file, project) : literalsIn(project, path);
  return spans.filter(({ start, end }) => start < end);
}

function spansIn(file: EnvFile, project: Project): readonly Span[] {
  const references = new Set(
    secretEntries(project).flatMap(({ entry, verdict }) =>
      verdict.kind === "reference" ? entry : [],
    ),
  );
  const isSecret = (name: string) =>
    secretVariables.has(name) || project.extraVariables.includes(name) || SECRET_NAME.test(name);
  const open = file.entries.filter((entry) => isSecret(entry.key) && !references.has(entry));
  return [...open.map(({ valueSpan }) => valueSpan), ...spansInComments(file, isSecret)];
}

function spansInComments(
  { text, entries }: EnvFile,
  isSecret: (name: string) => boolean,
): readonly Span[] {
  const isInEntry = coverOf(entries.map(({ span }) => span));
  return [...text.matchAll(PUT_ASIDE)].flatMap(({ 0: mark, index }) => {
    const start = index + mark.length;
    const [line = ""] = /.*/.exec(text.slice(start)) ?? [];
    const [entry] = isInEntry(index) ? [] : parseEntries(line);
    if (!entry || !isSecret(entry.key)) return [];
    const { valueSpan } = entry;
    return { start: start + valueSpan.start, end: start + valueSpan.end };
  });
}

function literalsIn(project: Project, path: string): readonly Span[] {
  return sourcesOf(project)
    .filter(({ kind, file }) => kind === "literal" && file === path)
    .map(({ span }) => span);
}
