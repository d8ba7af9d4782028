import * as vscode from "vscode";
import { DEBUG_ROUTE_SIGNS, type DebugRoute, debugRouteFor, joinPath } from "../../core/index.ts";
import { exists } from "../disk.ts";
import { shownName } from "../plainText.ts";
import { say } from "../say.ts";
import type { Workspace } from "../workspace.ts";
import { writeEdits } from "../writeEdits.ts";
import { tellWriteError } from "../writeError.ts";
import { chooseTarget, type Target } from "./target.ts";

/** Add Debug Route: writes a route that answers in development, and opens it. */
export async function addDebugRoute(workspace: Workspace): Promise<void> {
  const title = vscode.l10n.t("Add Debug Route");
  const target = await chooseTarget(workspace, title);
  if (target === "cancelled") return;
  const route = target && (await routeFor(target));
  if (target && route) await add(target, route);
  else await offerVerification(target);
}

async function routeFor({ tree, folder, project }: Target): Promise<DebugRoute | undefined> {
  const manifest = tree.files.get(joinPath(folder, "package.json")) ?? "";
  const present = await Promise.all(
    DEBUG_ROUTE_SIGNS.map(async (sign) =>
      (await exists(tree.uri(joinPath(folder, sign)))) ? [sign] : [],
    ),
  );
  return debugRouteFor(project, manifest, new Set(present.flat()));
}

async function add({ tree }: Target, { path, text }: DebugRoute): Promise<void> {
  const uri = tree.uri(path);
  const name = shownName(uri);
  if (await exists(uri)) {
    await vscode.window.showTextDocument(uri);
    void vscode.window.showInformationMessage(vscode.l10n.t("{0} is there already.", name));
    return;
  }
  try {
    await writeEdits(tree, path, () => [{ start: 0, end: 0, newText: text }]);
  } catch (error) {
    tellWriteError(error);
    return;
  }
  await vscode.window.showTextDocument(uri);
  say(
    vscode.l10n.t(
      "{0} was added. Start the app in development and open the address in its second line; delete the file when you are done.",
      name,
    ),
  );
}

/** Where routes are no files there is another way to the same answers. */
async function offerVerification(target: Target | undefined): Promise<void> {
  const verify = vscode.l10n.t("Verify a Session Token…");
  const answer = await vscode.window.showInformationMessage(
    target
      ? vscode.l10n.t(
          "A debug route can be added to Next.js and SvelteKit; this package, with {0}, uses neither.",
          target.project.framework.name,
        )
      : vscode.l10n.t("Open the folder of an app to add a debug route to."),
    verify,
  );
  if (answer === verify) await vscode.commands.executeCommand("authSecret.verifyToken");
}
