import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A place in a case's text: the nth occurrence of an exact text. */
interface Target {
  readonly target: string;
  readonly occurrence: number;
}

/** A finding that a case asks for; see the corpus's own README for the fields. */
export interface Expected extends Target {
  readonly code: string;
  readonly optional?: boolean;
  readonly alt?: readonly string[];
  readonly altTargets?: readonly Target[];
}

export interface Case {
  readonly name: string;
  /** Where it lies in its project. */
  readonly file: string;
  readonly text: string;
  readonly manifest: string;
  readonly findings: readonly Expected[];
  readonly broken: boolean;
}

/** Every case of a folder of the corpus. @throws Error with a sentence for people. */
export function readCases(folder: string): readonly Case[] {
  if (!existsSync(folder)) {
    throw new Error(`There is no corpus at ${folder}: name its folder with --corpus=PATH.`);
  }
  const files = readdirSync(folder);
  const cases = files.filter((file) => file.endsWith(".expect.json"));
  if (cases.length === 0) throw new Error(`There are no cases (NAME.expect.json) in ${folder}.`);
  return cases.map((expectFile) => {
    const name = expectFile.slice(0, -".expect.json".length);
    const source = files.find((file) => file.startsWith(`${name}.`) && file !== expectFile);
    if (source === undefined) throw new Error(`${expectFile} has no source file beside it.`);
    const expected = JSON.parse(readFileSync(join(folder, expectFile), "utf8"));
    return {
      name,
      file: expected.file,
      text: readFileSync(join(folder, source), "utf8"),
      manifest: manifestFor(expected.library),
      findings: expected.findings,
      broken: expected.broken === true,
    };
  });
}

function manifestFor(library: string): string {
  const [name = "none", version] = library.split(/(?<=.)@/);
  const range = version === "5" ? "5.0.0-beta.25" : version === "4" ? "^4.24.11" : "*";
  return JSON.stringify({ dependencies: name === "none" ? {} : { [name]: range } });
}

/** The ranges that are right for a finding, its own first. */
export function rangesOf(text: string, finding: Expected): readonly (readonly [number, number])[] {
  return [finding, ...(finding.altTargets ?? [])].map(({ target, occurrence }) => {
    let at = -1;
    for (let count = 0; count < occurrence; count++) at = text.indexOf(target, at + 1);
    return [at, at + target.length];
  });
}
