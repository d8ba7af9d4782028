import { type Message, message } from "../message.ts";
import { isCounting } from "./counting.ts";
import { describeMade, describeParts } from "./describe.ts";
import { SHORTEST_TOKEN } from "./explain/cheapest.ts";
import { type Explanation, explain } from "./explain/explain.ts";
import { ungrouped } from "./groups.ts";
import { hiddenText } from "./hidden.ts";
import { type Layer, layer } from "./layer.ts";
import { isMade, tokenBits } from "./made.ts";
import { type Shape, shapeOf, UUIDS } from "./shape.ts";
import { longestLike, type Token, tokensIn } from "./token.ts";
import type { Verdict } from "./verdict.ts";

/** Random bits that a secret needs: Auth.js derives keys of 256 and 512 bits from it. */
const STRONG_BITS = 256;

/** A random part of at least so many bits makes a value random, whatever stands beside it. */
const TOKEN_BITS = 64;

/** What describing a random token may save; where words stand beside it, people are at work. */
const TOKEN_MARGIN = 13;
/** The same where the whole is described: what stands around a token costs more alone. */
const WHOLE_MARGIN = 20;

const RUNS = new RegExp(`[A-Za-z0-9]{${SHORTEST_TOKEN},}`, "g");

/** Our description is an upper bound: who knows the maker needs fewer, however long the text. */
const MOST_MADE_BITS = STRONG_BITS - 1;

/** Texts in encodings in encodings: nobody goes deeper by hand. */
const DEEPEST = 3;

/** How a value came about: drawn at random or made by a person, openly or in an encoding. */
export function originOf(value: string): Verdict {
  return originOfPieces(value) ?? originOfGroups(value) ?? originOfLayer(layer(value), DEEPEST);
}

/** Pieces that are made alone: each random one has its own bits, the rest hides nothing. */
function originOfPieces(value: string): Verdict | undefined {
  const pieces = piecesOf(value);
  if (!pieces) return undefined;
  const verdicts = [...new Set(pieces)].map((piece) => originOfLayer(layer(piece), DEEPEST));
  const bits = verdicts
    .filter((verdict) => verdict.kind !== "passphrase" && verdict.bits >= TOKEN_BITS)
    .reduce((sum, verdict) => sum + verdict.bits, 0);
  if (bits >= TOKEN_BITS) return drawn(shapeOf(value), bits, []);
  const { encoding, bytes } = shapeOf(value);
  const made = verdicts.find(({ kind }) => kind === "passphrase");
  return made && { ...made, encoding, bytes };
}

/** A JSON Web Token (RFC 7519): parts that all can read begin with `{"`, and a signature. */
const TOKEN_OF_JSON = /^eyJ[\w-]+(?:\.[\w-]+)+$/;

/** UUIDs with others or with words around them, and the signature of a token. */
function piecesOf(value: string): readonly string[] | undefined {
  if (TOKEN_OF_JSON.test(value)) return value.split(".").filter((part) => !part.startsWith("eyJ"));
  const found = value.length > 38 ? value.match(UUIDS) : null;
  return found ? [...found, value.replace(UUIDS, "")].filter((piece) => piece !== "") : undefined;
}

function originOfGroups(value: string): Verdict | undefined {
  const grouped = ungrouped(value);
  if (!grouped) return undefined;
  const open = layer(value);
  const inner = layer(grouped.text);
  const isBetter = !grouped.isList && open.explanation.bits < inner.explanation.bits;
  const { explanation } = isBetter ? open : inner;
  const verdict = originOfLayer({ ...inner, explanation }, DEEPEST);
  const { encoding, bytes } = grouped.isList ? open.shape : inner.shape;
  return { ...verdict, encoding, bytes };
}

function originOfLayer(outer: Layer, depth: number): Verdict {
  const { value, shape, explanation } = outer;
  const isOpen = isMade(value, explanation.bits, shape.surface, depth < DEEPEST);
  const token = isOpen ? originOfToken(outer, depth) : undefined;
  if (token) return token;
  const bits = isOpen ? tokenBits(explanation) : shape.bits;
  if (isOpen && bits < TOKEN_BITS) return made(explanation, shape);
  const unveiled = depth > 0 ? unveil(outer, isOpen, depth) : undefined;
  if (unveiled) return unveiled;
  if (isCounting(value)) return counted(shape);
  if (!isOpen) return drawn(shape, bits, []);
  return drawn(shape, Math.max(bits, bitsOfRuns(outer)), describeParts(explanation));
}

/**
 * The bits of those runs of letters and digits that are random taken by themselves: beside others
 * there is always one in which a year or a short walk turns up by chance.
 */
function bitsOfRuns({ value, explanation }: Layer): number {
  const copies = explanation.parts.filter(({ kind }) => kind === "copy");
  if (copies.some(({ start, end }) => end - start >= SHORTEST_TOKEN)) return 0;
  return [...new Set(value.match(RUNS))]
    .map(layer)
    .filter((run) => !isMade(run.value, run.explanation.bits, run.shape.surface))
    .reduce((sum, run) => sum + run.shape.bits, 0);
}

/** The verdict on the random part of a value that words begin or end. */
function originOfToken(outer: Layer, depth: number): Verdict | undefined {
  const tokens = tokensIn(outer);
  const likeliest = tokens.find((token) => isToken(token, outer, depth));
  const found =
    likeliest && longestLike(likeliest, tokens, (token) => isToken(token, outer, depth));
  return found && drawn(outer.shape, found.inner.shape.bits, describeParts(explain(found.words)));
}

/** True where neither the part itself nor its place in the whole tells that somebody made it. */
function isToken({ inner, around }: Token, outer: Layer, depth: number): boolean {
  const { value, shape, explanation } = inner;
  if (shape.bits < TOKEN_BITS || shape.surface - explanation.bits >= TOKEN_MARGIN) return false;
  if (shape.surface + around - outer.explanation.bits >= WHOLE_MARGIN) return false;
  return !isCounting(value) && !unveil(inner, false, depth);
}

/** The verdict on what a value hides, where that explains it better than anything else. */
function unveil(outer: Layer, isOpen: boolean, depth: number): Verdict | undefined {
  const { value, shape, explanation } = outer;
  const hidden = hiddenText(value, explanation.mayBeBackwards);
  if (hidden === undefined) return undefined;
  const inner = layer(hidden.text);
  const total = descriptionBits(inner, depth - 1) + hidden.bits;
  if (isOpen && total >= explanation.bits) return undefined;
  if (!isMade(value, total, shape.surface, depth < DEEPEST)) return undefined;
  const { encoding, bytes } = shape;
  const { kind, bits, reasons } = originOfLayer(inner, depth - 1);
  return { encoding, bytes, kind, bits, reasons: [hidden.reason, ...reasons] };
}

/** Bits of the shortest description of a text, as it stands or by what it hides itself. */
function descriptionBits({ value, explanation }: Layer, depth: number): number {
  const hidden = depth > 0 ? hiddenText(value, explanation.mayBeBackwards) : undefined;
  if (!hidden) return explanation.bits;
  const inner = descriptionBits(layer(hidden.text), depth - 1);
  return Math.min(explanation.bits, inner + hidden.bits);
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
