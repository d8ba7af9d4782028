import type { ExtensionContext } from "vscode";
import { activate as activateWith } from "./extension.ts";

export function activate(context: ExtensionContext): void {
  activateWith(context);
}
