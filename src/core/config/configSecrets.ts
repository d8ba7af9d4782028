import type { Span } from "../edit.ts";
import { secretVariables } from "../frameworks/index.ts";
import { oncePerProject } from "../oncePerProject.ts";
import type { Project } from "../project.ts";
import { judge, type Verdict } from "../secret/judge.ts";
import type { ConfigEntry, ConfigFile } from "./configFile.ts";
import { literalFallback, readInterpolation } from "./interpolation.ts";

/**
 * A secret variable that a configuration file sets:
 * - `literal`: to a text that stands there, or to a reference that is judged as one;
 * - `fallback`: to a text that takes the place of another variable where that one is not set;
 * - `unset`: to another variable, and to an empty text where that one is not set.
 */
export interface ConfigSecret {
  readonly file: ConfigFile;
  readonly entry: ConfigEntry;
  readonly form: "literal" | "fallback" | "unset";
  /** The text that is meant, without quotes. */
  readonly span: Span;
  readonly value: string;
  readonly verdict: Verdict;
}

/** Every secret variable that the project's configuration sets, in the order of the files. */
export const configSecrets = oncePerProject(readSecrets);

function readSecrets({ configFiles, extraVariables }: Project): readonly ConfigSecret[] {
  return configFiles.flatMap((file) =>
    file.entries
      .filter(({ name }) => secretVariables.has(name) || extraVariables.includes(name))
      .map((entry) => readSecret(file, entry)),
  );
}

function readSecret(file: ConfigFile, entry: ConfigEntry): ConfigSecret {
  const { value, span } = entry;
  if (!file.kind.interpolates) return placed(file, entry, "literal", value, span);
  const fallback = literalFallback(value);
  if (fallback !== undefined && fallback.text !== "") {
    return placed(file, entry, "fallback", fallback.text, spanOf(file, entry, fallback));
  }
  const interpolation = readInterpolation(value);
  const isOpen = interpolation !== undefined && !interpolation.isGuarded;
  const form = isOpen && isEmptyWhenUnset(value) ? "unset" : "literal";
  // `$$` stands for a dollar sign.
  return placed(file, entry, form, value.replaceAll("$$", "$"), span);
}

/** `${A:-${B}}` is empty where neither is set; `${A:-${B:?}}` is not. */
function isEmptyWhenUnset(value: string): boolean {
  const interpolation = readInterpolation(value);
  if (interpolation === undefined) return value === "";
  if (interpolation.isGuarded) return false;
  return interpolation.fallback === undefined || isEmptyWhenUnset(interpolation.fallback);
}

/** A fallback's place; that of the whole value where escapes move things about. */
function spanOf(
  { text }: ConfigFile,
  { value, span }: ConfigEntry,
  fallback: { readonly text: string; readonly start: number },
): Span {
  if (text.slice(span.start, span.end) !== value) return span;
  const start = span.start + fallback.start;
  return { start, end: start + fallback.text.length };
}

function placed(
  file: ConfigFile,
  entry: ConfigEntry,
  form: ConfigSecret["form"],
  value: string,
  span: Span,
): ConfigSecret {
  // A block may end in a line break that nobody means.
  return { file, entry, form, value, span, verdict: judge(value.trim()) };
}
