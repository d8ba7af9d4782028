import { message } from "../message.ts";
import { nameOf } from "../paths.ts";
import type { ConfigEntry, ConfigKind, InstructionOrigin, Remedy } from "./configFile.ts";
import { startOfLine } from "./edits.ts";
import { type Instruction, parseDockerfile, unquoteWord, type Word } from "./syntax/dockerfile.ts";

/** Dockerfiles by Docker's and Podman's names. What `RUN` does is not read. */
export const dockerfile: ConfigKind = {
  id: "dockerfile",
  title: message("the Dockerfile"),
  isFile: (path) => isDockerfile(path),
  read(_path, text) {
    return stagedInstructions(text).flatMap(({ instruction, isFinal }) => {
      const isRun = instruction.keyword === "ENV" && isFinal;
      return variablesOf(instruction, text).map((entry) => ({ ...entry, isBuildOnly: !isRun }));
    });
  },
  interpolates: true,
  remedy: (entry, text) =>
    entry.origin.form === "instruction" ? takeOut(entry, entry.origin, text) : undefined,
};

export function isDockerfile(path: string): boolean {
  return /^(?:(?:Dockerfile|Containerfile)(?:[-.][\w.-]+)?|.+\.(?:Dockerfile|dockerfile))$/.test(
    nameOf(path),
  );
}

/** An instruction, and whether it makes a part of the image that comes out. */
export interface StagedInstruction {
  readonly instruction: Instruction;
  readonly isFinal: boolean;
}

export function stagedInstructions(text: string): readonly StagedInstruction[] {
  const instructions = parseDockerfile(text);
  const last = finalStages(instructions);
  let stage = -1;
  return instructions.map((instruction) => {
    if (instruction.keyword === "FROM") stage++;
    return { instruction, isFinal: last.has(stage) };
  });
}

/** The stages, by number, that the image is made of: the last one and those that it goes on from. */
function finalStages(instructions: readonly Instruction[]): ReadonlySet<number> {
  const named = new Map<string, number>();
  /** Of each stage the earlier one that it goes on from, if any. */
  const bases = instructions
    .filter(({ keyword }) => keyword === "FROM")
    .map(({ words }, stage) => {
      const [base, as, name] = words.map(({ text }) => text).filter((word) => !/^--/.test(word));
      const from = named.get(base?.toLowerCase() ?? "scratch");
      if (as?.toUpperCase() === "AS" && name !== undefined) named.set(name.toLowerCase(), stage);
      return from;
    });
  const found = new Set<number>();
  if (bases.length === 0) return found;
  for (let at: number | undefined = bases.length - 1; at !== undefined; at = bases[at]) {
    found.add(at);
  }
  return found;
}

function variablesOf(instruction: Instruction, text: string): readonly ConfigEntry[] {
  const { keyword, words } = instruction;
  if (keyword !== "ENV" && keyword !== "ARG") return [];
  const [first] = words;
  const isOldForm = keyword === "ENV" && first !== undefined && !first.text.includes("=");
  if (isOldForm) return oldForm(instruction, first, text);
  return words.flatMap((word) => assignment(instruction, word));
}

/** `ENV NAME the rest of the line`: BuildKit takes all of it for the value. */
function oldForm(instruction: Instruction, name: Word, text: string): readonly ConfigEntry[] {
  const value = instruction.words[1];
  const last = instruction.words.at(-1);
  if (value === undefined || last === undefined) return [];
  const span = { start: value.span.start, end: last.span.end };
  const written = text.slice(span.start, span.end);
  const origin = { form: "instruction" as const, instruction, word: name, isAlone: true };
  const isQuoted = instruction.words.length === 2 && /^(["'])[^"'\\]*\1$/.test(written);
  return [
    {
      name: name.text,
      nameSpan: name.span,
      value: unquoteWord(written),
      span: isQuoted ? { start: span.start + 1, end: span.end - 1 } : span,
      isBuildOnly: false,
      origin,
    },
  ];
}

function assignment(instruction: Instruction, word: Word): readonly ConfigEntry[] {
  const at = word.text.indexOf("=");
  if (at <= 0) return [];
  const written = word.text.slice(at + 1);
  const start = word.span.start + at + 1;
  const isQuoted = /^(["'])[^"'\\]*\1$/.test(written);
  return [
    {
      name: unquoteWord(word.text.slice(0, at)),
      nameSpan: { start: word.span.start, end: word.span.start + at },
      value: unquoteWord(written),
      span: isQuoted ? { start: start + 1, end: word.span.end - 1 } : { start, end: word.span.end },
      isBuildOnly: false,
      origin: {
        form: "instruction",
        instruction,
        word,
        isAlone: instruction.words.length === 1,
      },
    },
  ];
}

function takeOut(entry: ConfigEntry, origin: InstructionOrigin, text: string): Remedy | undefined {
  const { instruction, word, isAlone } = origin;
  const { name, nameSpan } = entry;
  if (instruction.keyword === "ARG") {
    return {
      title: message("Drop the default of {0}", name),
      notice: message(
        "A build argument stays in the image's history. If the build needs {0}, mount it: `RUN --mount=type=secret,id={0},env={0}`.",
        name,
      ),
      edits: [{ start: nameSpan.end, end: word.span.end, newText: "" }],
    };
  }
  const removal = isAlone ? wholeLines(text, instruction) : removalOf(text, instruction, word);
  if (removal === undefined) return undefined;
  return {
    title: message("Take {0} out of the image", name),
    notice: message(
      "Hand {0} to the container when it starts: `docker run --env {0}` passes on the shell's, `--env-file` reads a file.",
      name,
    ),
    edits: [removal],
  };
}

function wholeLines(text: string, { span }: Instruction) {
  const next = text.indexOf("\n", span.end);
  return {
    start: startOfLine(text, span.start),
    end: next < 0 ? text.length : next + 1,
    newText: "",
  };
}

/** A word of several, with what sets it off; undefined where a comment stands in between. */
function removalOf(text: string, { words }: Instruction, word: Word) {
  const index = words.indexOf(word);
  const [previous, next] = [words[index - 1], words[index + 1]];
  const start = previous?.span.end ?? word.span.start;
  const end = previous === undefined ? (next?.span.start ?? word.span.end) : word.span.end;
  const isPlain = !text.slice(start, word.span.start).includes("#");
  const isPlainBehind = !text.slice(word.span.end, end).includes("#");
  return isPlain && isPlainBehind ? { start, end, newText: "" } : undefined;
}
