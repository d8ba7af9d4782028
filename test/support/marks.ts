import type { Span } from "../../src/core/edit.ts";

/** A document whose `«…»` are taken out, and where they stood. */
export interface MarkedDocument {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Reads a document in which `«` and `»` stand round what must be flagged; marks do not nest. */
export function marks(marked: string): MarkedDocument {
  const spans: Span[] = [];
  let text = "";
  let start = 0;
  for (const part of marked.split(/([«»])/)) {
    if (part === "«") start = text.length;
    else if (part === "»") spans.push({ start, end: text.length });
    else text += part;
  }
  return { text, spans };
}

/** The document with marks round the given spans: what an assertion shows when it fails. */
export function mark(text: string, spans: readonly Span[]): string {
  const ordered = [...spans].sort((a, b) => b.start - a.start || b.end - a.end);
  return ordered.reduce(
    (marked, { start, end }) =>
      `${marked.slice(0, start)}«${marked.slice(start, end)}»${marked.slice(end)}`,
    text,
  );
}
