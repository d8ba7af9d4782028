import type * as vscode from "vscode";
import { SECTION } from "./settings.ts";

/** What the manifest says to people, in their language. */
export interface OwnManifest {
  /** The commands that this version contributes, in the order of its manifest. */
  readonly commands: readonly OwnCommand[];
  /** What each rule reports, by its id. */
  readonly ruleTitles: Readonly<Record<string, string>>;
}

export function readManifest(extension: vscode.Extension<unknown>): OwnManifest {
  return { commands: ownCommands(extension), ruleTitles: ruleTitles(extension) };
}

/** A command of the manifest, with the title that people read there in their language. */
export interface OwnCommand {
  readonly id: string;
  readonly title: string;
  /** A codicon in the form of labels: `$(key)`. */
  readonly icon: string | undefined;
}

function ruleTitles({ packageJSON }: vscode.Extension<unknown>): Readonly<Record<string, string>> {
  const { properties = {} } = packageJSON?.contributes?.configuration ?? {};
  const rules: Readonly<Record<string, { readonly description?: unknown }>> =
    properties[`${SECTION}.rules`]?.properties ?? {};
  return Object.fromEntries(
    Object.entries(rules).map(([id, { description }]) => [id, String(description ?? id)]),
  );
}

function ownCommands({ packageJSON }: vscode.Extension<unknown>): readonly OwnCommand[] {
  const contributed: unknown = packageJSON?.contributes?.commands;
  if (!Array.isArray(contributed)) return [];
  return contributed.map(({ command, title, icon }) => ({
    id: String(command),
    title: String(title),
    icon: typeof icon === "string" ? icon : undefined,
  }));
}
