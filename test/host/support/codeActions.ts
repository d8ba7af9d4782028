import {
  type CodeAction,
  CodeActionKind,
  commands,
  EventEmitter,
  type Range,
  type Uri,
  window,
  workspace,
} from "vscode";
import { ok } from "./assert.ts";
import { untilEvent } from "./untilEvent.ts";

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
  const actions = await actionsAt(uri, range);
  const action = actions.find(isWanted);
  const titles = actions.map((each) => each.title).join("\n  ");
  ok(action, `No action ${wanted}; there are\n  ${titles}`);
  if (await refusesEdit(action)) return await pickInEditor(uri, range, action);
  if (action.command) {
    await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}

/**
 * Applies the edit of an action, all or nothing. It is refused when it creates a file: on its way
 * through executeCodeActionProvider the action has lost that file's contents.
 */
async function refusesEdit({ edit, title }: CodeAction): Promise<boolean> {
  if (!edit) return false;
  try {
    ok(await workspace.applyEdit(edit), `"${title}" did not apply.`);
    return false;
  } catch (error) {
    if (!String(error).includes("data transfer")) throw error;
    return true;
  }
}

/** Has the editor's own command apply the preferred action, whole. */
async function pickInEditor(uri: Uri, range: Range, { title, isPreferred, edit }: CodeAction) {
  ok(isPreferred, `"${title}" creates a file and is not preferred: the editor cannot pick it.`);
  const due = new Set(edit?.entries().map(([changed]) => changed.toString()));
  const seen = new EventEmitter<void>();
  let created = false;
  const listening = [
    workspace.onDidCreateFiles(() => {
      created = true;
      seen.fire();
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      due.delete(document.uri.toString());
      seen.fire();
    }),
  ];
  await window.showTextDocument(uri, { selection: range });
  await commands.executeCommand("editor.action.codeAction", {
    kind: CodeActionKind.QuickFix.value,
    preferred: true,
    apply: "first",
  });
  await untilEvent(
    seen.event,
    () => created && due.size === 0,
    () => `"${title}" did not apply.`,
  );
  for (const each of listening) each.dispose();
}
