import { lastUpTo } from "./sorted.ts";

/** A place in a text, both numbers from 0, `character` in UTF-16 units: what VS Code and LSP use. */
interface Position {
  readonly line: number;
  readonly character: number;
}

/** Finds lines by offset. Line breaks are "\n", "\r\n" and a lone "\r", as VS Code counts them. */
export interface LineMap {
  positionAt(offset: number): Position;
  /** Offset of the first character of a line; of the text's end for a line behind the last. */
  startOf(line: number): number;
}

export function lineMap(text: string): LineMap {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  const startOf = (line: number) => starts[line] ?? text.length;
  return {
    startOf,
    positionAt(offset) {
      const line = Math.max(0, lastUpTo(starts, offset));
      return { line, character: offset - startOf(line) };
    },
  };
}
