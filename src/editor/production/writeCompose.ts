import * as vscode from "vscode";
import {
  COMPOSE_FILE,
  composeEdit,
  composeReference,
  composeServices,
  joinPath,
} from "../../core/index.ts";
import { askFirst } from "../askFirst.ts";
import { keepOutOfGit } from "../commands/ignoreEnvFiles.ts";
import { mayReplace, writeAgreed } from "../commands/writeSecret.ts";
import { localize } from "../convert.ts";
import { entriesOf } from "../disk.ts";
import { shownName } from "../plainText.ts";
import { readDocument, writeEdits } from "../writeEdits.ts";
import { tellWriteError } from "../writeError.ts";
import type { Deployment } from "./chooseDeployTarget.ts";
import { copyValue } from "./copyValue.ts";

/** Has a Compose service demand the variable, and writes a new secret to the `.env` that Compose reads. */
export async function writeCompose(deployment: Deployment): Promise<void> {
  const { project, placed } = deployment;
  const { tree } = project;
  const folder = placed.folder ?? project.folder;
  const names = (await entriesOf(tree.uri(folder))).map(([name]) => name);
  const files = names.filter((name) => COMPOSE_FILE.test(name)).sort();
  if (files.length === 0) {
    return copyValue(deployment, vscode.l10n.t("The project has no Compose file."));
  }
  const file = await chooseOne(files, vscode.l10n.t("Which Compose file?"));
  if (file === undefined) return;
  try {
    await writeTo(deployment, joinPath(folder, file), joinPath(folder, ".env"));
  } catch (error) {
    tellWriteError(error);
  }
}

async function writeTo(deployment: Deployment, file: string, envFile: string): Promise<void> {
  const { project, placed } = deployment;
  const { tree, variable } = project;
  const text = (await readDocument(tree, file))?.getText() ?? "";
  const services = composeServices(text);
  const service = await chooseOne(services, vscode.l10n.t("Which service is the app?"));
  if (service === undefined && services.length > 1) return;
  const edit = (now: string) => composeEdit(now, service ?? "", variable);
  if (!edit(text)) return offerLine(deployment, file);
  if (!(await confirm(deployment, { file, envFile, service: service ?? "" }))) return;
  // All is asked before anything is written.
  if (!(await mayReplace(project, envFile))) return;
  // Ignored before there is anything to commit.
  if (!(await keepOutOfGit({ tree, path: envFile }))) return;
  await writeEdits(tree, file, (now) => edit(now) ?? []);
  if (!(await writeAgreed(project, envFile))) return;
  await offerNext(localize(placed.target.next), placed.target.nextCommand);
}

/** The only one without asking; undefined where there is none, or none was chosen. */
async function chooseOne(
  choices: readonly string[],
  placeHolder: string,
): Promise<string | undefined> {
  if (choices.length <= 1) return choices[0];
  const items = choices.map((label) => ({ label }));
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.label;
}

interface Plan {
  readonly file: string;
  readonly envFile: string;
  readonly service: string;
}

async function confirm(
  { project: { tree, variable } }: Deployment,
  { file, envFile, service }: Plan,
): Promise<boolean> {
  return askFirst({
    text: vscode.l10n.t("Have {0} get {1} from Compose?", service, variable),
    detail: vscode.l10n.t(
      "{0} gets the line {1}, which stops Compose where the variable is not set. A fresh random secret is written to {2}, which Compose reads and git ignores. Where containers run with another one, their sessions end and people have to sign in again.",
      shownName(tree.uri(file)),
      `${variable}: ${composeReference(variable)}`,
      shownName(tree.uri(envFile)),
    ),
    action: vscode.l10n.t("Write"),
  });
}

async function offerLine({ project: { tree, variable } }: Deployment, file: string): Promise<void> {
  const line = `${variable}: ${composeReference(variable)}`;
  const [copy, open] = [vscode.l10n.t("Copy Line"), vscode.l10n.t("Open File")];
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      "{0} is written in a way that is left to you: add {1} to the service's environment.",
      shownName(tree.uri(file)),
      line,
    ),
    copy,
    open,
  );
  if (answer === copy) await vscode.env.clipboard.writeText(line);
  if (answer === open) await vscode.window.showTextDocument(tree.uri(file));
}

async function offerNext(next: string, command: string | undefined): Promise<void> {
  const copy = command === undefined ? [] : [vscode.l10n.t("Copy {0}", command)];
  const answer = await vscode.window.showInformationMessage(next, ...copy);
  if (answer !== undefined && command !== undefined) {
    await vscode.env.clipboard.writeText(command);
  }
}
