import {
  type CodeAction,
  type CodeActionKind,
  commands,
  type Range,
  type Uri,
  workspace,
} from "vscode";
import { ok } from "./assert.ts";

/** More than any place offers: all are resolved, as the one that a person picks is. */
const resolveCount = 50;

/** The code actions offered at a range, each with its edit. */
export async function actionsAt(
  uri: Uri,
  range: Range,
  kind?: CodeActionKind,
): Promise<readonly CodeAction[]> {
  return await commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    range,
    kind?.value,
    resolveCount,
  );
}

/** Picks the action whose title matches and does all that it does, in the order the editor does. */
export async function applyAction(uri: Uri, range: Range, title: string | RegExp): Promise<void> {
  const actions = await actionsAt(uri, range);
  const action = actions.find((each) =>
    typeof title === "string" ? each.title === title : title.test(each.title),
  );
  const titles = actions.map((each) => each.title).join("\n  ");
  ok(action, `No action is called ${title}; there are\n  ${titles}`);
  if (action.edit) ok(await workspace.applyEdit(action.edit), `"${action.title}" did not apply.`);
  if (action.command) {
    await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}
