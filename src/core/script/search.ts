/** A part of a text that became another: offsets before (`A`) and after (`B`). */
export interface Change {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** Where parts of a text occur, each looked for once and kept over changes of the text. */
export interface TextIndex {
  readonly known: ReadonlyMap<string, readonly number[]>;
  positionsOf(part: string): readonly number[];
}

/** Parts that are kept over a change: with every name that somebody typed they become more. */
const MOST_PARTS = 1000;

export function indexOfText(text: string, previous?: TextIndex, change?: Change): TextIndex {
  const known = new Map<string, readonly number[]>();
  if (previous !== undefined && change !== undefined && previous.known.size <= MOST_PARTS) {
    for (const [part, at] of previous.known) known.set(part, moved(text, part, at, change));
  }
  return {
    known,
    positionsOf(part) {
      const found = known.get(part);
      if (found !== undefined) return found;
      const positions = positionsIn(text, part, 0, text.length);
      known.set(copyOf(part), positions);
      return positions;
    },
  };
}

/** Engines keep the whole text that a part was cut from for as long as there is the part. */
function copyOf(part: string): string {
  return ` ${part}`.slice(1);
}

function moved(
  text: string,
  part: string,
  positions: readonly number[],
  { fromA, toA, fromB, toB }: Change,
): readonly number[] {
  const from = Math.max(0, fromB - part.length + 1);
  const to = toB + part.length - 1;
  return [
    ...positions.filter((at) => at + part.length <= fromA),
    ...positionsIn(text, part, from, to),
    ...positions.filter((at) => at >= toA).map((at) => at + toB - toA),
  ];
}

function positionsIn(text: string, part: string, from: number, to: number): readonly number[] {
  const found: number[] = [];
  // An error-tolerant parser gives a name that is yet to be typed: it is found nowhere, not everywhere.
  if (part === "") return found;
  const scope = to < text.length ? text.slice(0, to) : text;
  for (let at = scope.indexOf(part, from); at >= 0; at = scope.indexOf(part, at + 1)) {
    found.push(at);
  }
  return found;
}

/** The first difference of two texts, and all up to the last one. */
export function changeOf(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const start = longest(shorter, (length) => before.slice(0, length) === after.slice(0, length));
  const tail = longest(
    shorter - start,
    (length) => before.slice(before.length - length) === after.slice(after.length - length),
  );
  return { fromA: start, toA: before.length - tail, fromB: start, toB: after.length - tail };
}

/** The greatest length that holds, found by halves: comparing slices is what engines do fast. */
function longest(limit: number, holds: (length: number) => boolean): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A text to look for, split before its rarest character: engines find that one fast. */
export interface Needle {
  readonly before: string;
  readonly anchor: string;
}

export function needle(text: string): Needle {
  const rare = Math.max(0, text.search(/[@#-]/));
  return { before: text.slice(0, rare), anchor: text.slice(rare) };
}

/** True where a text holds a needle. */
export function holds(text: string, { before, anchor }: Needle): boolean {
  for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + anchor.length)) {
    if (text.startsWith(before, at - before.length)) return true;
  }
  return false;
}

interface Indexed {
  readonly text: string;
  readonly index: TextIndex;
}

/** Where each occurrence of a needle starts. */
export function startsOf({ text, index }: Indexed, { before, anchor }: Needle): readonly number[] {
  return index
    .positionsOf(anchor)
    .map((at) => at - before.length)
    .filter((at) => text.startsWith(before, at));
}

/** Where each occurrence of a whole name starts: in code, comments and strings alike. */
export function occurrencesOf({ text, index }: Indexed, name: string): readonly number[] {
  return index
    .positionsOf(name)
    .filter((at) => !isNamePart(text, at - 1) && !isNamePart(text, at + name.length));
}

/** The whole names that hold a part, each with where it starts. */
export function namesWith(
  { text, index }: Indexed,
  part: string,
): readonly (readonly [string, number])[] {
  return index.positionsOf(part).map((at) => {
    let start = at;
    let end = at + part.length;
    while (isNamePart(text, start - 1)) start--;
    while (isNamePart(text, end)) end++;
    return [text.slice(start, end), start];
  });
}

function isNamePart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const isLetter = (code | 32) >= 97 && (code | 32) <= 122;
  return isLetter || (code >= 48 && code <= 57) || code === 95 || code === 36;
}
