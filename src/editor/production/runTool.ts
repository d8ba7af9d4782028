import * as vscode from "vscode";
import { secretMask, type ToolDelivery } from "../../core/index.ts";
import { askFirst } from "../askFirst.ts";
import { mint } from "../mint.ts";
import type { ProgramEnd } from "../platform.ts";
import { type Programs, whyNone } from "../programs.ts";
import type { Deployment } from "./chooseDeployTarget.ts";
import { copyValue } from "./copyValue.ts";
import { reportFailure, reportSuccess, type ToolEnd } from "./report.ts";

/** A run, and all that the tool printed with the secret taken out. */
interface Attempt {
  readonly end: ProgramEnd;
  readonly said: string;
}

/** Hands a new secret for each environment to the target's tool, after asking. */
export async function runTool(deployment: Deployment, programs: Programs): Promise<void> {
  const { project, placed, environments } = deployment;
  const { delivery, name } = placed.target;
  if (delivery.kind !== "tool") return;
  const why = whyNone(programs, project.tree);
  if (why !== undefined) return copyValue(deployment, why);
  if (!(await confirm(deployment, delivery))) return;
  const [program = name] = delivery.programs;
  const { output } = programs;
  output.begin(program);
  const done: string[] = [];
  for (const environment of environments) {
    const end = await withProgress(deployment, environment, (token) =>
      setOne(deployment, { delivery, environment, programs, token }),
    );
    if (end.kind !== "exited" || end.code !== 0) {
      const left = { ...deployment, environments: environments.slice(done.length) };
      return reportFailure(left, end, { program, done, output });
    }
    done.push(environment ?? name);
  }
  await reportSuccess(deployment, { program, done, output });
}

async function confirm(
  { project: { variable }, placed: { target }, environments }: Deployment,
  delivery: ToolDelivery,
): Promise<boolean> {
  const where = environments.flatMap((each) => each ?? []).join(", ");
  return askFirst({
    text:
      where === ""
        ? vscode.l10n.t("Set a new {0} on {1}?", variable, target.name)
        : vscode.l10n.t("Set a new {0} on {1} ({2})?", variable, target.name, where),
    detail: vscode.l10n.t(
      "A fresh random secret, not your local one, is handed to {0} through standard input, so that no command line, history or file holds it. Whether one is set there already cannot be seen from here: where one is in use and replaced, its sessions end and people have to sign in again.",
      [delivery.programs[0] ?? "", ...delivery.args(variable, environments[0])].join(" ").trim(),
    ),
    action: vscode.l10n.t("Set Secret"),
  });
}

function withProgress(
  { project: { variable }, placed: { target } }: Deployment,
  environment: string | undefined,
  task: (token: vscode.CancellationToken) => Promise<ToolEnd>,
): Thenable<ToolEnd> {
  const title =
    environment === undefined
      ? vscode.l10n.t("Setting {0} on {1} …", variable, target.name)
      : vscode.l10n.t("Setting {0} on {1} ({2}) …", variable, target.name, environment);
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_, token) => task(token),
  );
}

interface Setting {
  readonly delivery: ToolDelivery;
  readonly environment: string | undefined;
  readonly programs: Programs;
  readonly token: vscode.CancellationToken;
}

/** The first arguments, then those that the tool's own words ask for. */
async function setOne(deployment: Deployment, setting: Setting): Promise<ToolEnd> {
  const { variable, tree } = deployment.project;
  const { delivery, environment } = setting;
  const value = mint(tree.settings);
  let attempt = await run(deployment, setting, delivery.args(variable, environment), value);
  for (const fallback of delivery.fallbacks) {
    const { end, said } = attempt;
    if (end.kind !== "exited" || end.code === 0 || !fallback.when.test(said)) continue;
    if (fallback.replaces && !(await confirmReplace(deployment, environment))) {
      return { kind: "cancelled" };
    }
    attempt = await run(deployment, setting, fallback.args(variable, environment), value);
  }
  return isUnclear(attempt, delivery) ? { kind: "unclear" } : attempt.end;
}

function isUnclear({ end, said }: Attempt, { success }: ToolDelivery): boolean {
  return end.kind === "exited" && end.code === 0 && success?.test(said) === false;
}

async function run(
  { project, placed }: Deployment,
  { delivery, programs: { platform, output }, token }: Setting,
  args: readonly string[],
  value: string,
): Promise<Attempt> {
  const [name = ""] = delivery.programs;
  const mask = secretMask(value);
  const said: string[] = [];
  output.write(["$", name, ...args].join(" "));
  const end = await platform?.run(
    {
      names: delivery.programs,
      args,
      folder: project.tree.uri(placed.folder ?? project.folder).fsPath,
      input: delivery.input(project.variable, value),
      onLine: (line) => {
        const masked = mask(line);
        said.push(masked);
        output.write(masked);
      },
    },
    token,
  );
  if (end?.kind === "exited") output.write(`exit code: ${end.code}`);
  return { end: end ?? { kind: "missing" }, said: said.join("\n") };
}

async function confirmReplace(
  { project: { variable }, placed: { target } }: Deployment,
  environment: string | undefined,
): Promise<boolean> {
  return askFirst({
    text: vscode.l10n.t(
      "{0} is set on {1} already. Replace it?",
      variable,
      environment ?? target.name,
    ),
    detail: vscode.l10n.t(
      "Sessions made with the secret that is there end, and people have to sign in again.",
    ),
    action: vscode.l10n.t("Replace"),
  });
}
