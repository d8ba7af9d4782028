import * as vscode from "vscode";
import { isEnvFile, nameOf, type SecretStatus, type Severity, statusOf } from "../core/index.ts";
import { schedule } from "./schedule.ts";
import { verdictName } from "./verdictName.ts";
import type { Place, Workspace } from "./workspace.ts";

/** As diagnostics: a burst of keystrokes is answered once. */
const DELAYS = { quiet: 120, longest: 500 };

/** In env files and auth sources: how the package's secret is, and the way to what can be done. */
export function registerStatusItem(workspace: Workspace): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("auth-secret.status", []);
  item.name = vscode.l10n.t("Auth secret");
  const update = () => show(item, workspace);
  const later = schedule(DELAYS, update);
  update();
  return vscode.Disposable.from(
    item,
    later,
    workspace.onDidChange(() => later.request()),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}

function show(item: vscode.LanguageStatusItem, workspace: Workspace): void {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const place = uri && workspace.find(uri);
  const status = place && isAboutAuth(place) ? statusIn(place) : undefined;
  if (!uri || !status) {
    item.selector = [];
    return;
  }
  item.text = vscode.l10n.t("{0}: {1}", status.variable, stateName(status));
  item.detail = detailOf(status);
  item.severity = severityOf(status.severity);
  item.command = {
    title: vscode.l10n.t("Actions"),
    command: "authSecret.showActions",
    arguments: [uri],
  };
  // This one file: which sources are about auth is told by what stands in them.
  item.selector = { scheme: uri.scheme, pattern: patternOf(uri) };
}

/** Matches the file by its name; what a pattern would take for more than itself is any character. */
function patternOf(uri: vscode.Uri): vscode.RelativePattern {
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  const folder = vscode.Uri.joinPath(uri, "..");
  return new vscode.RelativePattern(folder, name.replace(/[[\]{}*?]/g, "?"));
}

/** Env files, and sources that set an auth library up or hand it a secret. */
function isAboutAuth({ tree, path }: Place): boolean {
  if (isEnvFile(path)) return true;
  return tree
    .project(tree.packageOf(path))
    .scripts.some(
      (script) => script.path === path && (script.setups.length > 0 || script.sources.length > 0),
    );
}

function statusIn({ tree, path }: Place): SecretStatus | undefined {
  const folder = tree.packageOf(path);
  return statusOf(tree.project(folder), tree.findings(folder));
}

/** By its name alone: the list of status items has a line for each, and no room for paths. */
function stateName({ state }: SecretStatus): string {
  switch (state.kind) {
    case "unset":
      return vscode.l10n.t("not set in any env file");
    case "hardcoded":
      return vscode.l10n.t("hardcoded in {0}", nameOf(state.file));
    case "verdict":
      return vscode.l10n.t("{0}, from {1}", verdictName(state.verdict), nameOf(state.file));
  }
}

function detailOf({ problems }: SecretStatus): string {
  return problems === 0 ? vscode.l10n.t("No problems") : vscode.l10n.t("Problems: {0}", problems);
}

function severityOf(severity: Severity | undefined): vscode.LanguageStatusSeverity {
  if (severity === "error") return vscode.LanguageStatusSeverity.Error;
  if (severity === "warning") return vscode.LanguageStatusSeverity.Warning;
  return vscode.LanguageStatusSeverity.Information;
}
