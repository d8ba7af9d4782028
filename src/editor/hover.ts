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
      // What can be done comes early: the editor shows no more than some lines at once.
      const contents = [
        summary(inspection, tree),
        linkLine(linksTo(inspection, place, commands)),
        new vscode.MarkdownString(settingFilesText(inspection.setBy, project)),
        details(inspection, tree),
      ];
      const shown = contents.filter(({ value }) => value.trim() !== "");
      return new vscode.Hover(shown, tree.ranges(path)(inspection.span));
    },
  });
}

function inspectIn(project: Project, path: string, offset: number) {
  const inspection = inspect(project, path, offset);
  return inspection ? [{ project, inspection }] : [];
}

function summary({ variable, verdict, from }: Inspection, tree: FileTree): vscode.MarkdownString {
  const text = new vscode.MarkdownString(`**${variable}**: ${headline(verdict, from)}`);
  if (verdict && isMeasured(verdict)) {
    const { minimumBits } = tree.settings;
    text.appendMarkdown(`\n\n${measure(verdict, minimumBits)} · ${encodingOf(verdict)}`);
  }
  return text;
}

function details({ verdict, uses }: Inspection, tree: FileTree): vscode.MarkdownString {
  const lines = [
    ...(verdict?.reasons ?? []).map(localize),
    ...(verdict && isMeasured(verdict) ? [guessing(verdict)] : []),
    ...uses.map(({ file, span }) => {
      const { line } = tree.ranges(file)(span).start;
      return vscode.l10n.t("used in {0}", codeSpan(`${file}:${line + 1}`));
    }),
  ];
  return new vscode.MarkdownString(lines.map((line) => `- ${line}\n`).join(""));
}

function headline(verdict: Verdict | undefined, from: string | undefined): string {
  if (!verdict) return vscode.l10n.t("not set in any env file");
  const name = verdictName(verdict.kind);
  return from === undefined ? name : vscode.l10n.t("{0}, from {1}", name, codeSpan(from));
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
