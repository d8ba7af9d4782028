import { type Message, message } from "../message.ts";
import { isCounting } from "./counting.ts";
import { describeMade, describeParts } from "./describe.ts";
import { type Explanation, explain } from "./explain/explain.ts";
import { hiddenText } from "./hidden.ts";
import { isMade, tokenBits } from "./made.ts";
import { type Shape, shapeOf } from "./shape.ts";
import type { Verdict } from "./verdict.ts";

/** Random bits that a secret needs: Auth.js derives keys of 256 and 512 bits from it. */
const STRONG_BITS = 256;

/** A random part of at least so many bits makes a value random, whatever stands beside it. */
const TOKEN_BITS = 64;

/** Our description is an upper bound: who knows the maker needs fewer, however long the text. */
const MOST_MADE_BITS = STRONG_BITS - 1;

/** Texts in encodings in encodings: nobody goes deeper by hand. */
const DEEPEST = 3;

/** How a value came about: drawn at random or made by a person, openly or in an encoding. */
export function originOf(value: string): Verdict {
  return originOfLayer(layer(value), DEEPEST);
}

/** A value or what stands behind its encoding. */
interface Layer {
  readonly value: string;
  readonly shape: Shape;
  readonly explanation: Explanation;
}

function layer(value: string): Layer {
  const shape = shapeOf(value);
  const signs = shape.encoding === "uuid" ? value.replace(/[{}-]/g, "") : value;
  return { value, shape, explanation: explain(signs) };
}

function originOfLayer(outer: Layer, depth: number): Verdict {
  const { value, shape, explanation } = outer;
  const isOpen = isMade(value, explanation.bits, shape.surface, depth < DEEPEST);
  const token = isOpen ? tokenBits(explanation) : 0;
  if (isOpen && token < TOKEN_BITS) return made(explanation, shape);
  const unveiled = depth > 0 ? unveil(outer, isOpen, depth) : undefined;
  if (unveiled) return unveiled;
  if (isCounting(value)) return counted(shape);
  return isOpen ? drawn(shape, token, describeParts(explanation)) : drawn(shape, shape.bits, []);
}

/** The verdict on what a value hides, where that explains it better than anything else. */
function unveil(outer: Layer, isOpen: boolean, depth: number): Verdict | undefined {
  const { value, shape, explanation } = outer;
  const hidden = hiddenText(value, explanation.mayBeBackwards);
  if (hidden === undefined) return undefined;
  const inner = layer(hidden.text);
  const total = inner.explanation.bits + hidden.bits;
  if (isOpen && total >= explanation.bits) return undefined;
  if (!isMade(value, total, shape.surface, depth < DEEPEST)) return undefined;
  const { encoding, bytes } = shape;
  const { kind, bits, reasons } = originOfLayer(inner, depth - 1);
  return { encoding, bytes, kind, bits, reasons: [hidden.reason, ...reasons] };
}

function made(explanation: Explanation, { encoding, bytes }: Shape): Verdict {
  const bits = Math.min(MOST_MADE_BITS, Math.max(1, Math.floor(explanation.bits)));
  return { encoding, bytes, kind: "passphrase", bits, reasons: describeMade(explanation) };
}

/** What such bytes hold: where they begin, and by how much they go on. */
const COUNTING_BITS = 16;

function counted({ encoding, bytes }: Shape): Verdict {
  const reasons = [message("bytes that count")];
  return { encoding, bytes, kind: "passphrase", bits: COUNTING_BITS, reasons };
}

function drawn({ encoding, bytes }: Shape, bits: number, reasons: readonly Message[]): Verdict {
  const kind = bits >= STRONG_BITS ? "strong" : "short";
  return {
    encoding,
    bytes,
    kind,
    bits: Math.floor(bits),
    reasons: [...reasons, message("random")],
  };
}
