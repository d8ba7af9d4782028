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
  resolved = resolveCount,
): Promise<readonly CodeAction[]> {
  return await commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    range,
    kind?.value,
    resolved,
  );
}

/** Picks the action whose title matches and does all that it does, in the order the editor does. */
export async function applyAction(uri: Uri, range: Range, title: string | RegExp): Promise<void> {
  await applyFirst(uri, range, `is called ${title}`, (action) =>
    typeof title === "string" ? action.title === title : title.test(action.title),
  );
}

/** Picks the action of ours that Auto Fix picks. */
export async function applyPreferred(uri: Uri, range: Range): Promise<void> {
  await applyFirst(
    uri,
    range,
    "of ours is preferred",
    (action) => action.isPreferred === true && isOurs(action),
  );
}

/** Told by the command behind it: the editor keeps the diagnostics of an action to itself. */
export function isOurs({ command }: CodeAction): boolean {
  return command?.command.startsWith("authSecret.") === true;
}

async function applyFirst(
  uri: Uri,
  range: Range,
  wanted: string,
  isWanted: (action: CodeAction) => boolean,
): Promise<void> {
  for (let tries = 3; ; tries--) {
    const actions = await actionsAt(uri, range).catch(whenDropped);
    const action = actions.find(isWanted);
    const titles = actions.map((each) => each.title).join("\n  ");
    ok(tries > 0, `No action ${wanted}, or it does not apply; there are\n  ${titles}`);
    if (action && (await apply(action))) return;
  }
}

/** The editor drops what it was asked when a language service joins meanwhile: one asks again. */
function whenDropped(error: unknown): readonly CodeAction[] {
  if (isDropped(error)) return [];
  throw error;
}

export function isDropped(error: unknown): boolean {
  return error instanceof Error && error.name === "Canceled";
}

async function apply(action: CodeAction): Promise<boolean> {
  if (action.edit && !(await workspace.applyEdit(action.edit))) return false;
  if (action.command) {
    await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
  return true;
}
