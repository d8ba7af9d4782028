import * as vscode from "vscode";
import { type Milestones, milestonesOf } from "../core/index.ts";
import { schedule } from "./schedule.ts";
import type { Workspace } from "./workspace.ts";

/** The keys by which steps of the walkthrough are ticked off; the manifest names the same. */
const KEYS: Readonly<Record<keyof Milestones, string>> = {
  hasStrongSecret: "authSecret.is.strong",
  isIgnored: "authSecret.is.ignored",
  isReadFromEnvironment: "authSecret.is.readFromEnvironment",
};

/** It looks at every package, and nobody waits for it. */
const DELAYS = { quiet: 1000, longest: 5000 };

/** Ticks the walkthrough's steps off when the files of the workspace show that they are done. */
export function registerMilestones(workspace: Workspace): vscode.Disposable {
  const reached = new Set<string>();
  const later = schedule(DELAYS, () => {
    if (reached.size === Object.keys(KEYS).length) return;
    for (const key of keysIn(workspace)) {
      if (reached.has(key)) continue;
      reached.add(key);
      void vscode.commands.executeCommand("setContext", key, true);
    }
  });
  later.request();
  return vscode.Disposable.from(
    later,
    workspace.onDidChange(() => later.request()),
  );
}

/** One package that has got there is enough: the walkthrough teaches, it does not audit. */
function keysIn({ trees }: Workspace): readonly string[] {
  const all = trees.flatMap((tree) =>
    tree.packages.map((folder) => milestonesOf(tree.project(folder))),
  );
  return Object.entries(KEYS).flatMap(([name, key]) =>
    all.some((milestones) => milestones[name as keyof Milestones]) ? key : [],
  );
}
