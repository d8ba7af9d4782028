import * as vscode from "vscode";
import { localize } from "../convert.ts";
import { plainText } from "../plainText.ts";
import type { ProgramEnd } from "../platform.ts";
import type { ProgramOutput } from "../programOutput.ts";
import type { Deployment } from "./chooseDeployTarget.ts";
import { copyValue } from "./copyValue.ts";

/** How a tool came to its end: `unclear` where it ended well but did not say that it did its work. */
export type ToolEnd = ProgramEnd | { readonly kind: "unclear" };

/** How far a tool got. */
export interface Progress {
  readonly program: string;
  /** The environments that have their secret; the target's name where it has no environments. */
  readonly done: readonly string[];
  readonly output: ProgramOutput;
}

/** Says what went wrong, and how to get a secret to the environments that are left all the same. */
export async function reportFailure(
  deployment: Deployment,
  end: ToolEnd,
  progress: Progress,
): Promise<void> {
  const { program, output } = progress;
  if (end.kind === "missing") {
    const why = vscode.l10n.t("{0} was not found in the project or on PATH.", program);
    return copyValue(deployment, why);
  }
  const [show, copy] = [vscode.l10n.t("Show Output"), vscode.l10n.t("Copy a Secret Instead")];
  const answer = await vscode.window.showErrorMessage(
    [...soFar(deployment, progress), failure(deployment, end, program)].join(" "),
    show,
    copy,
  );
  if (answer === show) output.show();
  if (answer === copy) await copyValue(deployment);
}

function soFar({ project }: Deployment, { done }: Progress): readonly string[] {
  if (done.length === 0) return [];
  return [vscode.l10n.t("{0} is set for {1}.", project.variable, done.join(", "))];
}

function failure(
  { placed: { target } }: Deployment,
  end: Exclude<ToolEnd, { readonly kind: "missing" }>,
  program: string,
): string {
  if (end.kind === "cancelled") {
    return vscode.l10n.t(
      "{0} was stopped. Look at {1} whether it had set the secret already.",
      program,
      target.name,
    );
  }
  if (end.kind === "unclear") {
    return vscode.l10n.t(
      "{0} ended without saying that it set the secret. Look at its output, and at {1}.",
      program,
      target.name,
    );
  }
  return end.kind === "exited"
    ? vscode.l10n.t(
        "{0} did not set the secret: it ended with {1}.",
        program,
        end.code ?? vscode.l10n.t("a signal"),
      )
    : vscode.l10n.t("{0} could not be started: {1}", program, plainText(end.reason));
}

/** Says that it is done, and what has to come next. */
export async function reportSuccess(
  { project, placed: { target } }: Deployment,
  { done, output }: Progress,
): Promise<void> {
  const open = vscode.l10n.t("Open Dashboard");
  const show = vscode.l10n.t("Show Output");
  const { nextCommand } = target;
  const copy = nextCommand === undefined ? [] : [vscode.l10n.t("Copy {0}", nextCommand)];
  const text = vscode.l10n.t(
    "{0} is set on {1}. {2}",
    project.variable,
    done.includes(target.name) ? target.name : `${target.name} (${done.join(", ")})`,
    localize(target.next),
  );
  const answer = await vscode.window.showInformationMessage(text, open, ...copy, show);
  if (answer === open) await vscode.env.openExternal(vscode.Uri.parse(target.dashboard));
  else if (answer === show) output.show();
  else if (answer !== undefined && nextCommand !== undefined) {
    await vscode.env.clipboard.writeText(nextCommand);
  }
}
