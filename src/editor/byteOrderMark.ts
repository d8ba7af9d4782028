import type * as vscode from "vscode";
import { isEnvFile } from "../core/index.ts";

const MARK = "\uFEFF";

/** How far a text's offsets are ahead of those of its document, which has no mark. */
export function markLength(text: string): number {
  return text.startsWith(MARK) ? MARK.length : 0;
}

/** A file's text: of an env file with the mark that it may begin with, which some loaders read. */
export function decode(path: string, bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: isEnvFile(path) }).decode(bytes);
}

/**
 * A document's text with the mark of its file, which VS Code keeps to itself. Releases before 1.100
 * do not tell of it: there it is as the file was last known.
 */
export function textOf(document: vscode.TextDocument, known: string | undefined): string {
  const encoding: unknown = Reflect.get(document, "encoding");
  const isMarked =
    typeof encoding === "string" ? encoding === "utf8bom" : known?.startsWith(MARK) === true;
  return isMarked && isEnvFile(document.uri.path) ? MARK + document.getText() : document.getText();
}
