import type { ExtensionContext } from "vscode";
import { activate as activateWith } from "./extension.ts";
import { readParts } from "./web/parts.ts";

export async function activate(context: ExtensionContext): Promise<void> {
  await readParts(context.extensionUri);
  activateWith(context);
}
