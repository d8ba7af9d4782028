import { type Diagnostic, languages, type Uri, workspace } from "vscode";
import { untilEvent } from "./untilEvent.ts";

const source = "auth-secret";

/** What the extension says of a file now, in the order of the text. */
export function diagnosticsOf(uri: Uri): readonly Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter((diagnostic) => diagnostic.source === source)
    .sort((one, other) => one.range.start.compareTo(other.range.start));
}

/** The rules that speak of a file now, in the order of the text. */
export const rulesOn = (uri: Uri): readonly string[] => diagnosticsOf(uri).map(ruleOf);

/**
 * Waits until the file has exactly these rules' diagnostics. An empty list holds at once where
 * nothing was said yet: have the file flagged first, then change it.
 */
export async function untilRules(
  uri: Uri,
  rules: readonly string[],
): Promise<readonly Diagnostic[]> {
  const wanted = [...rules].sort().join(", ");
  const present = () => [...rulesOn(uri)].sort().join(", ");
  await untilEvent(
    languages.onDidChangeDiagnostics,
    () => present() === wanted,
    () => `${workspace.asRelativePath(uri)} has [${present()}] and should have [${wanted}]`,
  );
  return diagnosticsOf(uri);
}

export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** `line:column-line:column`, from 1, as a person reads them off the status bar. */
export function place({ range: { start, end } }: Diagnostic): string {
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}
