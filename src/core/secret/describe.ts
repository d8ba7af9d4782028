import { type Message, message } from "../message.ts";
import type { PartKind } from "./explain/coders.ts";
import type { Explanation } from "./explain/explain.ts";
import type { Walk } from "./explain/walk.ts";

const NUMBERS = [
  message("no"),
  message("one"),
  message("two"),
  message("three"),
  message("four"),
  message("five"),
  message("six"),
  message("seven"),
  message("eight"),
  message("nine"),
  message("ten"),
];

/** Why somebody made a value, where it needs a reason at all. */
export function describeMade(explanation: Explanation): Message[] {
  const found = describeParts(explanation);
  return found.length > 0 ? found : [message("too few characters to be random")];
}

/** What is not random about a value: the parts that tell most come first, three at most. */
export function describeParts(explanation: Explanation): Message[] {
  const found: Message[] = [];
  const words = countOf(explanation, "word");
  if (words === 1) found.push(message("a dictionary word"));
  if (words > 1) found.push(message("{0} dictionary words", spelled(words)));
  found.push(...walks(explanation));
  if (lengthOf(explanation, "weave") >= 6) found.push(message("two sequences taking turns"));
  if (lengthOf(explanation, "alternation") >= 8) found.push(message("letters and digits in turn"));
  if (lengthOf(explanation, "mash") >= 8) found.push(message("keys hit without a plan"));
  if (lengthOf(explanation, "copy") >= 4) found.push(message("a part that repeats"));
  if (words === 0 && lengthOf(explanation, "text") >= 4) {
    found.push(message("letters that read like a language"));
  }
  if (countOf(explanation, "year") > 0) found.push(message("a year"));
  if (found.length === 0 && lengthOf(explanation, "digits") > 0)
    found.push(message("a few digits"));
  return found.slice(0, 3);
}

const WALKS: readonly (readonly [Walk, Message])[] = [
  ["same", message("one character repeated")],
  ["sequence", message("a sequence such as abc or 123")],
  ["keyboard", message("a walk over the keyboard")],
];

function walks({ parts }: Explanation): Message[] {
  const long = parts.filter(({ start, end }) => end - start >= 3);
  return WALKS.filter(([walk]) => long.some((part) => part.walk === walk)).map(([, text]) => text);
}

function countOf({ parts }: Explanation, kind: PartKind): number {
  return parts.filter((part) => part.kind === kind).length;
}

function lengthOf({ parts }: Explanation, kind: PartKind): number {
  return parts.reduce((sum, part) => sum + (part.kind === kind ? part.end - part.start : 0), 0);
}

function spelled(count: number): Message | number {
  return NUMBERS[count] ?? count;
}
