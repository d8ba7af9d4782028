import * as vscode from "vscode";
import type { VerdictKind } from "../core/index.ts";

/** What a value is, for people: completes "AUTH_SECRET: …". */
export function verdictName(kind: VerdictKind): string {
  const names: Readonly<Record<VerdictKind, string>> = {
    strong: vscode.l10n.t("strong"),
    short: vscode.l10n.t("random, but short"),
    passphrase: vscode.l10n.t("a passphrase"),
    placeholder: vscode.l10n.t("a placeholder"),
    command: vscode.l10n.t("the text of a command"),
    reference: vscode.l10n.t("a reference to another place"),
    published: vscode.l10n.t("published: everyone can know it"),
    empty: vscode.l10n.t("empty"),
  };
  return names[kind];
}
