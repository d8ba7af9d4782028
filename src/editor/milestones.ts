import * as vscode from "vscode";
import { type Milestones, milestonesOf } from "../core/index.ts";
import type { FileTree } from "./fileTree.ts";
import { schedule, takeInTime } from "./schedule.ts";
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
  const due = new Set<Package>();
  const later = schedule(DELAYS, () => {
    if (reached.size === Object.keys(KEYS).length) return;
    if (due.size === 0) for (const each of packagesIn(workspace)) due.add(each);
    for (const { tree, folder } of takeInTime(due)) {
      for (const key of keysOf(milestonesOf(tree.project(folder)))) reach(key, reached);
    }
    if (due.size > 0) later.goOn();
  });
  later.request();
  return vscode.Disposable.from(
    later,
    workspace.onDidChange(() => {
      due.clear();
      later.request();
    }),
  );
}

interface Package {
  readonly tree: FileTree;
  readonly folder: string;
}

/** One package that has got there is enough: the walkthrough teaches, it does not audit. */
function packagesIn({ trees }: Workspace): readonly Package[] {
  return trees.flatMap((tree) => tree.packages.map((folder) => ({ tree, folder })));
}

function keysOf(milestones: Milestones): readonly string[] {
  return Object.entries(KEYS).flatMap(([name, key]) =>
    milestones[name as keyof Milestones] ? key : [],
  );
}

function reach(key: string, reached: Set<string>): void {
  if (reached.has(key)) return;
  reached.add(key);
  void vscode.commands.executeCommand("setContext", key, true);
}
