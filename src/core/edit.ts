/** A range of a text: UTF-16 offsets from 0, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces the text of a span by `newText`; an empty span inserts. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** Edits to one file, by its workspace-relative path; a file that does not exist is created. */
export interface FileEdit {
  readonly file: string;
  readonly edits: readonly TextEdit[];
}

/**
 * The text after all edits, every one given in offsets of the original text.
 * @throws RangeError if two edits overlap or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let position = 0;
  for (const edit of ordered) {
    if (edit.start < position || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError("edits overlap or lie outside the text");
    }
    result += text.slice(position, edit.start) + edit.newText;
    position = edit.end;
  }
  return result + text.slice(position);
}

/** The line ending that a text uses first, or "\n" where it has none. */
export function lineEndingOf(text: string): "\n" | "\r\n" {
  const newline = text.indexOf("\n");
  return newline > 0 && text[newline - 1] === "\r" ? "\r\n" : "\n";
}
