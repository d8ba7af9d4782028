import { setValue } from "../dotenv/edit.ts";
import type { EnvEntry, EnvFile } from "../dotenv/parse.ts";
import { liveSecrets } from "../dotenv/secretEntries.ts";
import type { FileEdit, TextEdit } from "../edit.ts";
import type { FixTools } from "../finding.ts";
import { secretVariables } from "../frameworks/index.ts";
import { ignoreEdit } from "../gitignore/ignoreEdit.ts";
import type { Project } from "../project.ts";
import { dropFromLists } from "../script/rewrite/dropFromList.ts";
import { type CurrentSecret, renewedEntry } from "./current.ts";
import { addNumbered, addVersion, keepOld, newestVersion, replace } from "./envEdits.ts";
import type { Circumstances } from "./explain.ts";
import type { RotationMode } from "./rotations.ts";

/**
 * All that one way to rotate a secret writes: env files, kept from git, and source; one item a file.
 * None where the env file would not be read as is meant.
 */
export function rotationEdits(
  project: Project,
  current: CurrentSecret,
  facts: Circumstances,
  mode: RotationMode,
  { mint }: FixTools,
): readonly FileEdit[] {
  const secret = mint();
  const isKept = mode === "graceful";
  const own = isKept
    ? kept(project, current, facts, secret)
    : fresh(project, current, facts, secret);
  if (own.length === 0) return [];
  const isReplaced = own.some(({ start }) => start === current.entry.literalSpan.start);
  const twins = isReplaced ? twinsOf(current) : [];
  const file = { file: current.file.path, edits: [...own, ...setAll(current.file, twins, secret)] };
  const written = [file, ...(mode === "leaked" ? copies(project, current, mint) : [])];
  const source = isKept ? facts.scheme.source : (dropFromLists(project, facts.scheme.old) ?? []);
  const open = written.filter((one) => project.repository?.isIgnored(one.file) === false);
  const ignored =
    open.length > 0
      ? ignoreEdit(
          project,
          open.map((one) => one.file),
        )
      : [];
  return [...written, ...ignored, ...source];
}

function kept(
  { framework }: Project,
  { file, entry }: CurrentSecret,
  { scheme, date }: Circumstances,
  secret: string,
): readonly TextEdit[] {
  const place = { ...file, entry };
  const { numbered, versions = "" } = framework.rotation;
  switch (scheme.kind) {
    case "numbered":
      return addNumbered(place, secret, { numbered, date });
    case "versions":
      return addVersion(place, secret, versions);
    case "none":
      return [];
    default:
      return keepOld(place, secret, { old: scheme.old, date });
  }
}

/** The new secret alone: whatever was kept of earlier ones goes with the old one. */
function fresh(
  { framework }: Project,
  current: CurrentSecret,
  { scheme }: Circumstances,
  secret: string,
): readonly TextEdit[] {
  const { file, entry } = current;
  const { numbered, versions = "" } = framework.rotation;
  const renewed = renewedEntry(current, framework, scheme);
  const gathered = scheme.kind === "numbered" ? numbered : [];
  const kept = [...gathered, versions, scheme.old].filter((name) => name !== renewed.key);
  const others = [
    ...file.entries.filter(({ key }) => key !== entry.key && kept.includes(key)),
    entry,
  ];
  const value = renewed.key === versions ? `${newestVersion(renewed.value) + 1}:${secret}` : secret;
  return replace(
    { ...file, entry: renewed },
    value,
    others.filter((other) => other !== renewed),
  );
}

/** The same secret under another name in the same file, for another version of the library. */
function twinsOf({ file, entry }: CurrentSecret): readonly EnvEntry[] {
  return file.entries.filter(
    ({ key, value }) => key !== entry.key && value === entry.value && secretVariables.has(key),
  );
}

function setAll(file: EnvFile, entries: readonly EnvEntry[], secret: string): readonly TextEdit[] {
  const edits = entries.map((entry) => setValue(file.text, entry, secret));
  // Of several copies none is left behind.
  return edits.every((own) => own.length > 0) ? edits.flat() : [];
}

/** The same value in other env files, each of which gets a secret of its own. */
function copies(
  project: Project,
  { file, entry }: CurrentSecret,
  mint: () => string,
): readonly FileEdit[] {
  const copied = liveSecrets(project).filter((other) => other.entry.value === entry.value);
  const files = new Set(copied.map((other) => other.file).filter((other) => other !== file));
  return [...files].map((other) => {
    const secret = mint();
    const entries = copied.filter((one) => one.file === other).map((one) => one.entry);
    return { file: other.path, edits: setAll(other, [...new Set(entries)], secret) };
  });
}
