import * as vscode from "vscode";
import { directoryOf, isEnvFile, nameOf } from "../../core/index.ts";
import { askFirst } from "../askFirst.ts";
import { plainText, shownName } from "../plainText.ts";
import type { ProgramEnd } from "../platform.ts";
import { type Programs, whyNone } from "../programs.ts";
import type { Place, Workspace } from "../workspace.ts";
import { keepOutOfGit } from "./ignoreEnvFiles.ts";

/** No hook and no file system monitor is run that a repository names. */
const SAFE_GIT = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];

/**
 * Git ends long before: told to end while it makes its lock, it leaves that behind (seen in 2.39), and
 * the repository is locked until somebody removes it.
 */
const RESPITE_MILLISECONDS = 1000;

/** Stop Tracking Env File: takes it out of git's index, leaves it on the disk, and ignores it. */
export async function untrackEnvFile(
  workspace: Workspace,
  programs: Programs,
  resource?: vscode.Uri,
): Promise<void> {
  const uri = resource ?? vscode.window.activeTextEditor?.document.uri;
  const place = uri && workspace.find(uri);
  if (!place || !isEnvFile(place.path)) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open an env file first."));
    return;
  }
  await workspace.whenRead(place.tree);
  await workspace.rereadFolder(place.tree, directoryOf(place.path));
  await untrack(place, programs);
  await workspace.rereadFolder(place.tree, directoryOf(place.path));
}

async function untrack(place: Place, programs: Programs): Promise<void> {
  const name = shownName(place.tree.uri(place.path));
  const { repository } = place.tree.project(place.tree.packageOf(place.path));
  if (!repository?.isTracked(place.path)) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Git does not track {0}.", name));
    return;
  }
  const why = whyNone(programs, place.tree);
  if (why !== undefined) await offerCommand(place, why);
  else if (await confirm(name)) await report(place, name, await removeFromIndex(place, programs));
}

async function confirm(name: string): Promise<boolean> {
  return askFirst({
    text: vscode.l10n.t("Stop tracking {0} in git?", name),
    detail: vscode.l10n.t(
      "The file stays on your disk and is added to .gitignore. For everybody else it is deleted when they pull the commit that you make of this. Git's history still holds the secret: replace it wherever it is in use.",
    ),
    action: vscode.l10n.t("Stop Tracking"),
  });
}

interface Removal {
  readonly end: ProgramEnd;
  readonly said: readonly string[];
}

async function removeFromIndex(
  { tree, path }: Place,
  { platform, output }: Programs,
): Promise<Removal> {
  output.begin("git");
  const said: string[] = [];
  const file = nameOf(path);
  const run = {
    names: ["git"],
    args: [...SAFE_GIT, "--literal-pathspecs", "rm", "--cached", "--quiet", "--", file],
    folder: tree.uri(directoryOf(path)).fsPath,
    input: "",
    respite: RESPITE_MILLISECONDS,
    onLine: (line: string) => {
      said.push(line);
      output.write(line);
    },
  };
  const end = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t("Taking {0} out of git …", file),
      cancellable: true,
    },
    async (_, token) => platform?.run(run, token) ?? ({ kind: "missing" } as const),
  );
  return { end, said };
}

async function report(place: Place, name: string, { end, said }: Removal): Promise<void> {
  if (end.kind === "cancelled") return;
  if (end.kind !== "exited" || end.code !== 0) {
    void vscode.window.showErrorMessage(failure(name, end, said));
    return;
  }
  if (!(await keepOutOfGit(place))) return;
  const rotate = vscode.l10n.t("Rotate AUTH_SECRET…");
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      "Git tracks {0} no more: commit that. The history still holds the secret, so replace it wherever it is in use.",
      name,
    ),
    rotate,
  );
  if (answer === rotate) {
    await vscode.commands.executeCommand("authSecret.rotate", place.tree.uri(place.path));
  }
}

function failure(name: string, end: ProgramEnd, said: readonly string[]): string {
  if (end.kind === "missing") {
    return vscode.l10n.t(
      "Git was not found: install it, or add it to PATH. {0} is as before.",
      name,
    );
  }
  if (said.some((line) => line.includes("index.lock"))) {
    return vscode.l10n.t(
      "Another git command is at work in this repository, or one broke off: {0} is as before. Try again when it has ended.",
      name,
    );
  }
  const reason = end.kind === "failed" ? end.reason : (said.find(Boolean) ?? "");
  return vscode.l10n.t("Git still tracks {0}. It said: {1}", name, plainText(reason));
}

async function offerCommand(place: Place, why: string): Promise<void> {
  const command = `git rm --cached -- ${quoted(place.path)}`;
  await vscode.env.clipboard.writeText(command);
  const ignore = vscode.l10n.t("Add to .gitignore");
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      "{0} The command was copied: run {1} in the workspace's folder. Then ignore the file, commit, and replace the secret, which the history still holds.",
      why,
      command,
    ),
    ignore,
  );
  if (answer === ignore) await keepOutOfGit(place);
}

/** For shells of every kind, unless it is a name that none of them would print. */
function quoted(path: string): string {
  return /^[\w./@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
