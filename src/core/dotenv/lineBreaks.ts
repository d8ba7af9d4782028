/** From an offset of the unified text to the same place of the original. */
export type OffsetMap = (offset: number) => number;

export interface UnifiedText {
  readonly text: string;
  /** Undefined where every offset is the same in both. */
  readonly toOriginal: OffsetMap | undefined;
}

/** The text with CRLF and lone CR as LF, as `dotenv` makes it before it reads. */
export function unifyLineBreaks(original: string): UnifiedText {
  const text = original.replace(/\r\n?/g, "\n");
  if (text.length === original.length) return { text, toOriginal: undefined };
  const shortened = offsetsOfShortened(original);
  return { text, toOriginal: (offset) => offset + countBelow(shortened, offset) };
}

/** Where, in the unified text, the line breaks stand that were CRLF: in ascending order. */
function offsetsOfShortened(original: string): readonly number[] {
  const offsets: number[] = [];
  let found = original.indexOf("\r\n");
  while (found >= 0) {
    offsets.push(found - offsets.length);
    found = original.indexOf("\r\n", found + 2);
  }
  return offsets;
}

function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
