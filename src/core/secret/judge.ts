import { type Message, message } from "../message.ts";
import { isCommand } from "./command.ts";
import { describe } from "./describe.ts";
import { type Explanation, explain } from "./explain/explain.ts";
import { hiddenTexts } from "./hidden.ts";
import { isPlaceholder } from "./placeholder.ts";
import { isPublished } from "./published.ts";
import { isReference } from "./reference.ts";
import { type Shape, shapeOf } from "./shape.ts";
import { isMade, tokenBits } from "./summary.ts";
import type { Verdict, VerdictKind } from "./verdict.ts";

export type { Encoding, Verdict, VerdictKind } from "./verdict.ts";

/** Random bits that a secret needs: Auth.js derives keys of 256 and 512 bits from it. */
export const STRONG_BITS = 256;

/** A random part of at least so many bits makes a value random, whatever stands beside it. */
const TOKEN_BITS = 64;

/** What a UUID's digits can hold beside its version and variant. */
const UUID_BITS = 122;

/** Texts in encodings in encodings: nobody goes deeper by hand. */
const DEEPEST = 3;

/** Judges a value exactly as the program gets it: quotes around it change nothing. Never throws. */
export function judge(quoted: string): Verdict {
  const value = withoutQuotes(quoted);
  if (value.trim() === "") return known("empty", value, message("nothing is there"));
  if (isReference(value)) return known("reference", value, message("the place of a secret"));
  if (isCommand(value)) {
    return known("command", value, message("a command, which nothing here runs"));
  }
  if (isPublished(value)) return known("published", value, message("known to the world"));
  if (isPlaceholder(value)) return known("placeholder", value, message("asks to be replaced"));
  return judgeMaking(value, DEEPEST);
}

function known(kind: VerdictKind, value: string, reason: Message): Verdict {
  const { encoding, bytes } = shapeOf(value);
  return {
    kind,
    bits: 0,
    encoding: kind === "published" ? encoding : "text",
    bytes,
    reasons: [reason],
  };
}

/** How a value came about: drawn at random or made by a person, openly or in an encoding. */
function judgeMaking(value: string, depth: number): Verdict {
  const shape = shapeOf(value);
  const isUuid = shape.encoding === "uuid";
  const explanation = explain(isUuid ? value.replace(/[{}-]/g, "") : value);
  if (isMade(explanation.bits, isUuid ? UUID_BITS : shape.bits)) return made(explanation, shape);
  return (depth > 0 && unveil(value, shape, depth)) || drawn(shape, shape.bits, []);
}

function unveil(value: string, shape: Shape, depth: number): Verdict | undefined {
  for (const { text, bits, reason } of hiddenTexts(value)) {
    if (shape.bits - explain(text).bits - bits < 0) continue;
    if (!isMade(explain(text).bits + bits, shape.bits)) continue;
    const { kind, bits: innerBits, reasons } = judgeMaking(text, depth - 1);
    return { ...shape, kind, bits: innerBits, reasons: [reason, ...reasons] };
  }
  return undefined;
}

function made(explanation: Explanation, shape: Shape): Verdict {
  const token = tokenBits(explanation);
  const reasons = describe(explanation);
  if (token >= TOKEN_BITS) return drawn(shape, token, reasons);
  return { ...shape, kind: "passphrase", bits: Math.max(1, Math.floor(explanation.bits)), reasons };
}

function drawn(shape: Shape, bits: number, reasons: readonly Message[]): Verdict {
  const kind = bits >= STRONG_BITS ? "strong" : "short";
  return { ...shape, kind, bits: Math.floor(bits), reasons: [...reasons, message("random")] };
}

const QUOTES = ['""', "''", "``", "“”", "‘’", "„“", "«»"];

function withoutQuotes(text: string): string {
  let inner = text;
  while (inner.length > 1 && QUOTES.includes(inner.charAt(0) + inner.charAt(inner.length - 1))) {
    inner = inner.slice(1, -1);
  }
  return inner;
}
