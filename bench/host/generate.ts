import { commands, Position, Uri, WorkspaceEdit, window, workspace } from "vscode";
import { whenQuiet } from "./quiet.ts";

const RUNS = 15;

/** Milliseconds, the medians over several files, each with an entry to fill. */
export interface GenerateTimes {
  /** From accepting the command until the file is saved. */
  readonly generate: number;
  /** An edit of the same file and saving it, by who does nothing else. */
  readonly bareSave: number;
}

export async function generateTimes(folder: Uri): Promise<GenerateTimes> {
  await whenQuiet();
  const bareSave = await medianOf(folder, "bare", writeBarely);
  const original = window.showQuickPick;
  // The person's part, choosing the first entry, takes no time.
  const first = async (items: readonly unknown[]) => items[0];
  Object.assign(window, { showQuickPick: first, showInformationMessage: async () => undefined });
  const generate = await medianOf(folder, "generate", async (file) => {
    await commands.executeCommand("authSecret.generate", file);
  });
  Object.assign(window, { showQuickPick: original });
  return { generate, bareSave };
}

async function medianOf(
  folder: Uri,
  name: string,
  write: (file: Uri) => Promise<void>,
): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < RUNS; at++) {
    const file = Uri.joinPath(folder, name, `${at}.env`);
    await workspace.fs.writeFile(file, new TextEncoder().encode("AUTH_SECRET=\n"));
    const saved = whenSaved(file);
    const started = performance.now();
    const written = write(file);
    await saved;
    times.push(performance.now() - started);
    await written;
    const text = new TextDecoder().decode(await workspace.fs.readFile(file));
    if (!/^AUTH_SECRET=\S{40}/.test(text)) throw new Error("The secret was not saved.");
  }
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? Number.NaN;
}

async function writeBarely(file: Uri): Promise<void> {
  const document = await workspace.openTextDocument(file);
  const edit = new WorkspaceEdit();
  edit.insert(file, new Position(0, "AUTH_SECRET=".length), "x".repeat(44));
  await workspace.applyEdit(edit);
  await document.save();
}

async function whenSaved(file: Uri): Promise<void> {
  await new Promise<void>((resolve) => {
    const subscription = workspace.onDidSaveTextDocument(({ uri }) => {
      if (uri.toString() !== file.toString()) return;
      subscription.dispose();
      resolve();
    });
  });
}
