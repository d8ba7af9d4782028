import * as vscode from "vscode";
import {
  GUESSES_PER_SECOND,
  guessingTime,
  type Inspection,
  inspect,
  type Project,
  secretLines,
  type Verdict,
} from "../core/index.ts";
import { markLength } from "./byteOrderMark.ts";
import { SELECTOR } from "./codeActions.ts";
import { localize } from "./convert.ts";
import type { FileTree } from "./fileTree.ts";
import type { OwnCommand } from "./ownManifest.ts";
import { codeSpan } from "./plainText.ts";
import { furtherLinks, generateLink, linksOfLine, type SecretLink } from "./secretLinks.ts";
import { settingFilesText } from "./settingFilesText.ts";
import { verdictName } from "./verdictName.ts";
import type { Place, Workspace } from "./workspace.ts";

/**
 * Says of a secret how good it is, where it comes from and where it is used, and what can be done
 * with it. The value itself is not repeated.
 */
export function registerHover(
  workspace: Workspace,
  commands: readonly OwnCommand[],
): vscode.Disposable {
  return vscode.languages.registerHoverProvider(SELECTOR, {
    provideHover(document, position) {
      const place = workspace.find(document.uri);
      if (!place) return undefined;
      const { tree, path } = place;
      const offset = document.offsetAt(position) + markLength(tree.files.get(path) ?? "");
      const found = tree
        .packagesWith(path)
        .flatMap((folder) => inspectIn(tree.project(folder), path, offset))
        .at(0);
      if (!found) return undefined;
      const { project, inspection } = found;
      const contents = [
        describe(inspection, tree, project),
        linkLine(linksTo(inspection, place, commands)),
      ];
      return new vscode.Hover(contents, tree.ranges(path)(inspection.span));
    },
  });
}

function inspectIn(project: Project, path: string, offset: number) {
  const inspection = inspect(project, path, offset);
  return inspection ? [{ project, inspection }] : [];
}

function describe(found: Inspection, tree: FileTree, project: Project): vscode.MarkdownString {
  const { variable, verdict, from, setBy, uses } = found;
  const text = new vscode.MarkdownString();
  text.appendMarkdown(`**${variable}**: ${headline(verdict, from)}\n\n`);
  if (verdict) describeVerdict(text, verdict, tree);
  for (const { file, span } of uses) {
    const { line } = tree.ranges(file)(span).start;
    text.appendMarkdown(`- ${vscode.l10n.t("used in {0}", codeSpan(`${file}:${line + 1}`))}\n`);
  }
  text.appendMarkdown(`\n${settingFilesText(setBy, project)}`);
  return text;
}

function headline(verdict: Verdict | undefined, from: string | undefined): string {
  if (!verdict) return vscode.l10n.t("not set in any env file");
  const name = verdictName(verdict.kind);
  return from === undefined ? name : vscode.l10n.t("{0}, from {1}", name, codeSpan(from));
}

function describeVerdict(text: vscode.MarkdownString, verdict: Verdict, tree: FileTree): void {
  const isTold = isMeasured(verdict);
  if (isTold) text.appendMarkdown(`${measure(verdict, tree.settings.minimumBits)}\n\n`);
  for (const reason of verdict.reasons) text.appendMarkdown(`- ${localize(reason)}\n`);
  if (isTold) {
    text.appendMarkdown(`- ${encodingOf(verdict)}\n`);
    text.appendMarkdown(`- ${guessing(verdict)}\n`);
  }
}

/** A literal in source has no line of an env file; it is moved out by a fix. */
function linksTo(
  { variable, verdict, from }: Inspection,
  { tree, path }: Place,
  commands: readonly OwnCommand[],
): readonly SecretLink[] {
  const file = from ?? path;
  const uri = tree.uri(file);
  const line = secretLines(tree.project(tree.packageOf(path)), file).find(
    (each) => each.variable === variable,
  );
  const missing = verdict ? [] : generateLink(uri, commands);
  return [...(line ? linksOfLine(uri, line) : missing), ...furtherLinks(uri, commands)];
}

function linkLine(links: readonly SecretLink[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString(
    links
      .map(({ title, tooltip, command, arguments: given }) => {
        // A bracket in a file's name would end the link.
        const query = encodeURIComponent(JSON.stringify(given)).replace(/[()]/g, percentEncoded);
        return `[${title}](command:${command}?${query} "${tooltip}")`;
      })
      .join(" · "),
  );
  text.isTrusted = { enabledCommands: links.map(({ command }) => command) };
  return text;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
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
