import * as vscode from "vscode";
import {
  commentSignOf,
  type FileEdit,
  type Finding,
  type Fix,
  type FixTiming,
  fixAll,
  fixesOf,
  message,
  rules,
  suppressionEdit,
} from "../core/index.ts";
import { localize, SOURCE } from "./convert.ts";
import type { FileTree, ProjectFinding } from "./fileTree.ts";
import { LateAction } from "./lateAction.ts";
import { mint } from "./mint.ts";
import { ENV_FILES } from "./selectors.ts";
import { setRuleSeverity } from "./settings.ts";
import type { Place, Workspace } from "./workspace.ts";

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append("authSecret");

/** Apart from `source.fixAll` on purpose: it writes secrets, which only who asks for it wants. */
const FILL_SECRETS = vscode.CodeActionKind.Source.append("fillSecrets").append("authSecret");

const SET_SEVERITY = "authSecret.setRuleSeverity";

export const SELECTOR: vscode.DocumentSelector = [
  ENV_FILES,
  { pattern: "**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}" },
  { pattern: "**/*.{yml,yaml,md,mdx,sh,bash}" },
  { pattern: "**/{Dockerfile,Containerfile}*" },
  { pattern: "**/*.{Dockerfile,dockerfile}" },
  { pattern: "**/{fly,fly.*,fly-*,netlify,railway,nixpacks,wrangler}.toml" },
  { pattern: "**/{package,vercel,railway,nixpacks,wrangler}.{json,jsonc}" },
];

export function registerCodeActions(workspace: Workspace): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(SELECTOR, new FixProvider(workspace), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL, FILL_SECRETS],
    }),
    vscode.commands.registerCommand(SET_SEVERITY, setRuleSeverity),
  );
}

class FixProvider implements vscode.CodeActionProvider<vscode.CodeAction> {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const place = this.#workspace.find(document.uri);
    if (!place) return [];
    const wants = (kind: vscode.CodeActionKind) => !context.only || context.only.contains(kind);
    return [
      ...(wants(vscode.CodeActionKind.QuickFix) ? quickFixes(place, range, context) : []),
      // Both are offered only where they are asked for: they would crowd the light bulb.
      ...(context.only && wants(FIX_ALL) ? fixAllAction(place, FIX_ALL, "onSave") : []),
      ...(context.only && wants(FILL_SECRETS)
        ? fixAllAction(place, FILL_SECRETS, "fillOnSave")
        : []),
    ];
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    if (!(action instanceof LateAction)) return action;
    await action.complete(this.#workspace);
    return action;
  }
}

function quickFixes(
  place: Place,
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  const { tree, path } = place;
  const toRange = tree.ranges(path);
  return tree.findingsIn(path).flatMap(({ finding, project }) => {
    const at = toRange(finding.span);
    if (!at.intersection(range)) return [];
    const actions = actionsFor(place, { finding, project });
    for (const action of actions) {
      action.diagnostics = diagnostics.filter((diagnostic) => isOf(diagnostic, finding, at));
    }
    return actions;
  });
}

/** All that can be done about one finding, the best first. */
export function actionsFor(
  place: Place,
  { finding, project }: ProjectFinding,
): readonly vscode.CodeAction[] {
  return [
    ...fixesOf(finding, project).map((fix, index) => fixAction(place, finding, fix, index)),
    ...fixTogetherAction(place, finding),
    ...(commentSignOf(place.path) === undefined ? [] : [ignoreAction(place, finding)]),
    severityAction(place, finding),
  ];
}

function isOf(
  { source, code, range }: vscode.Diagnostic,
  finding: Finding,
  at: vscode.Range,
): boolean {
  const value = typeof code === "object" ? code.value : code;
  return source === SOURCE && value === finding.rule && range.isEqual(at);
}

function fixAction(place: Place, finding: Finding, fix: Fix, index: number): vscode.CodeAction {
  const action = new LateAction(localize(fix.title), vscode.CodeActionKind.QuickFix, {
    place,
    edits: () => currentFix(place, finding, index)?.edits(toolsOf(place)),
    ...(fix.notice && { notice: localize(fix.notice) }),
    ...(fix.task && { task: fix.task }),
  });
  action.isPreferred = fix.preferred;
  return action;
}

/** The same fix on the text as it is now: found again by rule and place, since offsets may be old. */
function currentFix(
  { tree, path }: Place,
  { rule, span }: Finding,
  index: number,
): Fix | undefined {
  const found = tree
    .findingsIn(path)
    .find(({ finding }) => finding.rule === rule && finding.span.start === span.start);
  return found && fixesOf(found.finding, found.project)[index];
}

/** Offered where the same rule has something to say elsewhere too, and mends all alike. */
function fixTogetherAction(place: Place, { rule, file }: Finding): readonly vscode.CodeAction[] {
  const { tree } = place;
  if (!rules.some(({ id, isFixedTogether }) => id === rule && isFixedTogether)) return [];
  const isElsewhere = packagesWith(tree, rule).some((folder) =>
    tree.findings(folder).some((finding) => finding.rule === rule && finding.file !== file),
  );
  if (!isElsewhere) return [];
  // Asked again when it is chosen: a manifest that is read late divides packages anew.
  const edits = () =>
    fixIn(
      place,
      packagesWith(tree, rule),
      (fix, finding) => finding.rule === rule && fix.preferred,
    );
  const title = localize(message("Fix every {0} in all packages", rule));
  return [new LateAction(title, vscode.CodeActionKind.QuickFix, { place, edits })];
}

/** The packages in which a rule has something to say. */
function packagesWith(tree: FileTree, rule: string): readonly string[] {
  return tree.packages.filter((folder) =>
    tree.findings(folder).some((finding) => finding.rule === rule),
  );
}

function ignoreAction(place: Place, { rule, span }: Finding): vscode.CodeAction {
  const { tree, path } = place;
  const title = localize(message("Ignore {0} on this line", rule));
  return new LateAction(title, vscode.CodeActionKind.QuickFix, {
    place,
    edits: () => [
      { file: path, edits: [suppressionEdit(path, tree.files.get(path) ?? "", span, rule)] },
    ],
  });
}

function severityAction({ tree }: Place, { rule }: Finding): vscode.CodeAction {
  const title = localize(message("Turn off {0} in this workspace", rule));
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: SET_SEVERITY, arguments: [tree.root, rule, "off"] };
  return action;
}

function fixAllAction(
  place: Place,
  kind: vscode.CodeActionKind,
  timing: FixTiming,
): vscode.CodeAction[] {
  const { tree, path } = place;
  const isOwed = tree
    .findingsIn(path)
    .some(({ finding, project }) => fixesOf(finding, project).some((fix) => fix.timing === timing));
  if (!isOwed) return [];
  const title =
    timing === "onSave"
      ? message("Fix all safe Auth Secret problems")
      : message("Fill empty and placeholder secrets");
  return [new LateAction(localize(title), kind, { place, edits: () => allFixes(place, timing) })];
}

function allFixes(place: Place, timing: FixTiming): readonly FileEdit[] {
  const { tree, path } = place;
  const isOwn = (fix: Fix, { file }: Finding) => file === path && fix.timing === timing;
  const concerned = tree
    .packagesWith(path)
    .filter((folder) => tree.findings(folder).some(({ file }) => file === path));
  return fixIn(place, concerned, isOwn);
}

function fixIn(
  place: Place,
  folders: readonly string[],
  accepts: (fix: Fix, finding: Finding) => boolean,
): readonly FileEdit[] {
  const { tree } = place;
  return fixAll({
    files: tree.files,
    projectsOn: (files) => folders.map((folder) => tree.projectOn(folder, files)),
    rules: tree.settings.rules,
    tools: toolsOf(place),
    accepts,
  });
}

function toolsOf({ tree }: Place) {
  return { mint: () => mint(tree.settings) };
}
