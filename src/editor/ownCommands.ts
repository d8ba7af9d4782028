import type * as vscode from "vscode";

/** A command of the manifest, with the title that people read there in their language. */
export interface OwnCommand {
  readonly id: string;
  readonly title: string;
  /** A codicon in the form of labels: `$(key)`. */
  readonly icon: string | undefined;
}

/** The commands that this version contributes, in the order of its manifest. */
export function ownCommands({ packageJSON }: vscode.Extension<unknown>): readonly OwnCommand[] {
  const contributed: unknown = packageJSON?.contributes?.commands;
  if (!Array.isArray(contributed)) return [];
  return contributed.map(({ command, title, icon }) => ({
    id: String(command),
    title: String(title),
    icon: typeof icon === "string" ? icon : undefined,
  }));
}
