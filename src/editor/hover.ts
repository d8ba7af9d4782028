import * as vscode from "vscode";
import {
  GUESSES_PER_SECOND,
  guessingTime,
  type Inspection,
  inspect,
  type Verdict,
} from "../core/index.ts";
import { markLength } from "./byteOrderMark.ts";
import { SELECTOR } from "./codeActions.ts";
import { localize } from "./convert.ts";
import type { FileTree } from "./fileTree.ts";
import { verdictName } from "./verdictName.ts";
import type { Workspace } from "./workspace.ts";

/** Says of a secret how good it is and where it is used. The value itself is not repeated. */
export function registerHover(workspace: Workspace): vscode.Disposable {
  return vscode.languages.registerHoverProvider(SELECTOR, {
    provideHover(document, position) {
      const place = workspace.find(document.uri);
      if (!place) return undefined;
      const { tree, path } = place;
      const offset = document.offsetAt(position) + markLength(tree.files.get(path) ?? "");
      const found = tree
        .packagesWith(path)
        .map((folder) => inspect(tree.project(folder), path, offset))
        .find((inspection) => inspection !== undefined);
      return found && new vscode.Hover(describe(found, tree), tree.ranges(path)(found.span));
    },
  });
}

function describe(found: Inspection, tree: FileTree): vscode.MarkdownString {
  const { variable, verdict, uses } = found;
  const text = new vscode.MarkdownString();
  text.appendMarkdown(`**${variable}**: ${verdictName(verdict.kind)}\n\n`);
  if (isMeasured(verdict))
    text.appendMarkdown(`${measure(verdict, tree.settings.minimumBits)}\n\n`);
  for (const reason of verdict.reasons) text.appendMarkdown(`- ${localize(reason)}\n`);
  if (isMeasured(verdict)) {
    text.appendMarkdown(`- ${encodingOf(verdict)}\n`);
    text.appendMarkdown(`- ${guessing(verdict)}\n`);
  }
  for (const { file, span } of uses) {
    const { line } = tree.ranges(file)(span).start;
    text.appendMarkdown(`- ${vscode.l10n.t("used in {0}", `\`${file}:${line + 1}\``)}\n`);
  }
  return text;
}

/** A reference or a command has no bits of its own that a number could tell. */
function isMeasured({ kind }: Verdict): boolean {
  return kind !== "reference" && kind !== "empty" && kind !== "command";
}

const BAR_LENGTH = 16;

function measure({ bits }: Verdict, minimumBits: number): string {
  const filled = Math.min(BAR_LENGTH, Math.round((bits / minimumBits) * BAR_LENGTH));
  const bar = "█".repeat(filled) + "░".repeat(BAR_LENGTH - filled);
  const text = vscode.l10n.t("{0} of {1} bits", Math.round(bits), minimumBits);
  return `\`${bar}\` ${text}`;
}

function encodingOf({ encoding, bytes }: Verdict): string {
  return encoding === "text"
    ? vscode.l10n.t("text of {0} bytes", bytes)
    : vscode.l10n.t("{0}, {1} bytes", encoding, bytes);
}

function guessing({ bits }: Verdict): string {
  const rate = `10${superscript(Math.log10(GUESSES_PER_SECOND))}`;
  return vscode.l10n.t(
    "guessing it takes {0}, at {1} guesses a second",
    localize(guessingTime(bits)),
    rate,
  );
}

function superscript(exponent: number): string {
  return [...String(Math.round(exponent))].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
}
