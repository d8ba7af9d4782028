import type { Span } from "../edit.ts";
import type { ConfigEntry } from "./configFile.ts";
import type { ScalarNode } from "./syntax/node.ts";

/**
 * An assignment with a value that no shell changes, in quotes (those of JSON have a backslash before
 * them) or bare: `AUTH_SECRET=abc next dev`, `-e AUTH_SECRET="a b"`, `set AUTH_SECRET=abc&& next dev`.
 * What a shell changes is passed over as a whole, without a value: nothing in it is an assignment.
 */
const ASSIGNMENT =
  /(?<![\w$.%/^-])([A-Za-z_]\w*)=(?:(?:\\"([^"\\$`\r\n]*)\\"|"([^"\\$`\r\n]*)"|'([^'\r\n]*)'|([^\s"'\\&;|$`<>(){}]+))(?![^\s&;|"'\\)])|[^\s"'\\&;|$`<>(){}]*)/g;

/** To see what an assignment stands behind, near enough to cost nothing in a long script. */
const FAR_ENOUGH = 200;

/** The variables that a command sets for itself, with their places in the file. */
export function commandAssignments(scalar: ScalarNode, text: string): readonly ConfigEntry[] {
  const { start, end } = scalar.valueSpan;
  const command = text.slice(start, end);
  return [...command.matchAll(ASSIGNMENT)].flatMap((match) => {
    const [whole, name = "", ...values] = match;
    const value = values.find((each) => each !== undefined);
    if (value === undefined || isPattern(command, match.index)) return [];
    const nameStart = start + match.index;
    const valueStart = nameStart + whole.indexOf(value, name.length + 1);
    const span = { start: valueStart, end: valueStart + value.length };
    const at = { start: match.index, end: match.index + whole.length };
    const removal = removalIn(command, at, name.length);
    return [
      {
        name,
        nameSpan: { start: nameStart, end: nameStart + name.length },
        value,
        span,
        isBuildOnly: isBuildArgument(command, match.index),
        origin: {
          form: "command" as const,
          removal: removal && { start: removal.start + start, end: removal.end + start },
        },
      },
    ];
  });
}

/** What these take looks like an assignment, and is searched for or put into another text. */
const ON_PATTERNS = /\b(?:sed|grep|egrep|rg|awk|perl)[ \t](?:(?!&&|\|\||[;\r\n])[\s\S])*$/;

function isPattern(command: string, at: number): boolean {
  return ON_PATTERNS.test(command.slice(Math.max(0, at - FAR_ENOUGH), at));
}

function isBuildArgument(command: string, at: number): boolean {
  return /--build-arg[ \t=]+\\?["']?$/.test(command.slice(Math.max(0, at - FAR_ENOUGH), at));
}

/** Behind these an assignment is for the command that follows it. */
const BEFORE_COMMAND =
  /(?:^|[\n;(]|&&|\|\|?|\bcross-env(?:-shell)?|\benv|\b[A-Za-z_]\w*=[^\s"'\\]*)[ \t]*$/;
const BEHIND_FLAG = /(?:^|\s)(?:-e|--env|--build-arg)[ \t=]+$/;
const STATEMENT = /(?:^|[\n;(]|&&|\|\|)[ \t]*(?:export|set|\$env:)[ \t]+$/;

function removalIn(command: string, { start, end }: Span, nameLength: number): Span | undefined {
  const from = Math.max(0, start - FAR_ENOUGH);
  const before = command.slice(from, start);
  // `-e NAME` hands on the variable of the shell that runs the command.
  if (BEHIND_FLAG.test(before)) return { start: start + nameLength, end };
  const statement = STATEMENT.exec(before);
  if (statement !== null) {
    const [separator = ""] = /^[ \t]*(?:&&|;)[ \t]*/.exec(command.slice(end, end + 20)) ?? [];
    const word = /(?:export|set)[ \t]+$/.exec(before)?.index;
    if (separator === "" || word === undefined) return undefined;
    return { start: from + word, end: end + separator.length };
  }
  const [blanks = ""] = /^[ \t]+/.exec(command.slice(end, end + 20)) ?? [];
  if (blanks === "" || !BEFORE_COMMAND.test(before)) return undefined;
  return { start, end: end + blanks.length };
}
