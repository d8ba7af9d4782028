import * as vscode from "vscode";

/** File names in dist/parts; written in by scripts/build/lazyParts.mjs. */
declare const PART_FILES: readonly string[];

const texts = new Map<string, string>();
const modules = new Map<string, { exports: unknown }>();

/**
 * Fetches the texts of the parts that the bundle is split into, all at once. The web host's `require`
 * knows `vscode` alone, and an extension reads its further files by itself
 * (https://code.visualstudio.com/api/extension-guides/web-extensions). That takes a moment and an
 * import takes none: so the texts are here before activation, and `loadPart` only evaluates.
 *
 * @throws where a part cannot be read, with what to do
 */
export async function readParts(extension: vscode.Uri): Promise<void> {
  const folder = vscode.Uri.joinPath(extension, "dist", "parts");
  try {
    await Promise.all(PART_FILES.map((name) => readPart(vscode.Uri.joinPath(folder, name), name)));
  } catch (error) {
    const message = vscode.l10n.t(
      "Auth Secret cannot start: a part of it cannot be read ({0}). Reload the window; if that does not help, reinstall the extension.",
      error instanceof Error ? error.message : String(error),
    );
    // VS Code itself writes into a log only.
    void vscode.window.showErrorMessage(message);
    throw new Error(message, { cause: error });
  }
}

async function readPart(file: vscode.Uri, name: string): Promise<void> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  texts.set(name, `${text}\n//# sourceURL=${file.toString(true)}${WRAPPED}`);
}

/**
 * Says to debuggers that the text has a function around it, by the mark that VS Code puts on the files
 * that it evaluates itself (extHostExtensionService.ts of its web worker, 1.90 to 1.139).
 */
const WRAPPED = "#vscode-extension";

/**
 * A part's exports; evaluated at the first call, as the web host evaluates the entry.
 *
 * @public to what scripts/build/lazyParts.mjs puts in place of imports
 */
export function loadPart(name: string): unknown {
  const known = modules.get(name);
  if (known) return known.exports;
  const text = texts.get(name);
  if (text === undefined) throw new Error(`The part ${name} was not read.`);
  const module = { exports: {} };
  // Before it is evaluated: parts import one another.
  modules.set(name, module);
  texts.delete(name);
  const evaluate = new Function("module", "exports", "require", text);
  evaluate(module, module.exports, (path: string) =>
    path === "vscode" ? vscode : loadPart(path.replace(/^\.\//, "")),
  );
  return module.exports;
}
