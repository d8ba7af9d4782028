import {
  type CodeLens,
  type Command,
  type CompletionList,
  commands,
  env,
  extensions,
  type Hover,
  languages,
  MarkdownString,
  Range,
  Uri,
  workspace,
} from "vscode";
import type { Shown } from "../support/answers.ts";
import { asked } from "../support/asked.ts";
import { deepEqual, ok } from "../support/assert.ts";
import { actionsAt, isOurs } from "../support/codeActions.ts";
import { rulesOn, untilRules } from "../support/diagnostics.ts";
import { EverythingSaid } from "../support/everythingSaid.ts";
import { folderWith, openFile, writeText } from "../support/files.ts";
import { writeIndex } from "../support/gitIndex.ts";
import { pieceFinder, piecesIn } from "../support/pieces.ts";
import { canary, plantedProjects } from "../support/planted.ts";
import { authjsToken } from "../support/sessionTokens.ts";
import { withoutPrograms, withPrograms } from "../support/standIns.ts";
import { untilEvent } from "../support/untilEvent.ts";

/** The first of the planted projects, and what to type besides. */
function planted() {
  const [project] = plantedProjects();
  ok(project, "nothing is planted");
  const { files, secrets } = project;
  const added: string[] = [...secrets];
  const add = (length: number) => {
    const value = canary(length);
    added.push(value);
    return value;
  };
  return { files, secrets: added, weak: () => add(20), strong: () => add(64) };
}

/** Behind links, lenses, completions and fixes: in no list of commands. */
const LINKED = [
  "authSecret.afterFix",
  "authSecret.completeSecret",
  "authSecret.copyValue",
  "authSecret.replaceInPlace",
  "authSecret.setRuleSeverity",
];

/** They show a preview, which only a person can apply: until then the editor answers nothing. */
const PREVIEWED = ["authSecret.migrateNames", "authSecret.setUp"];

/** Of each file's actions so many are completed, which takes a while: git is asked each time. */
const RESOLVED = 4;

/** Commands of the palette; those behind links are run with what the links hold. */
function ownCommands(): readonly string[] {
  const manifest = extensions.getExtension("auth-secret.auth-secret")?.packageJSON;
  const all: readonly { readonly command: string }[] = manifest.contributes.commands;
  return all.map(({ command }) => command);
}

/** Milliseconds for a test that looks everywhere; it has no second try on a machine that is slow. */
const PATIENCE = 300_000;

/** They show what is there already: the log, and secrets covered or not. */
const QUIET = ["authSecret.showLog", "authSecret.toggleMasking"];

const turnsAway = () => undefined;

/** Says yes to what is asked, and picks a place. */
function saysYes({ choices, isModal }: Shown): string | undefined {
  if (isModal) return choices[0];
  return choices.find((each) => /\$\(file\)|^Fly\.io|^Copy|^Add/.test(each));
}

/** Looks at a file in every way; the commands behind what there is to press. */
async function lookEverywhere(said: EverythingSaid, uri: Uri): Promise<readonly Command[]> {
  const { document } = await openFile(uri);
  for (let line = 0; line < document.lineCount; line++) {
    const { text, range } = document.lineAt(line);
    for (const at of [1, Math.max(0, text.length - 3)]) {
      const hovers = await commands.executeCommand<Hover[]>(
        "vscode.executeHoverProvider",
        uri,
        range.start.translate(0, Math.min(at, text.length)),
      );
      const contents = hovers.flatMap((hover) => hover.contents);
      said.note(...contents.map((each) => (each instanceof MarkdownString ? each.value : "")));
    }
  }
  const everything = new Range(0, 0, document.lineCount, 0);
  const actions = await actionsAt(uri, everything, undefined, RESOLVED);
  // The edits hold what is written to a file: there a value may stand.
  for (const { title, command } of actions) said.note(title, command);
  const lenses = await commands.executeCommand<CodeLens[]>(
    "vscode.executeCodeLensProvider",
    uri,
    99,
  );
  said.note(lenses.map(({ command }) => command));
  const list = await commands.executeCommand<CompletionList>(
    "vscode.executeCompletionItemProvider",
    uri,
    document.lineAt(document.lineCount - 1).range.end,
  );
  // Words of the file are proposed by the editor itself, without a kind of ours.
  const own = list.items.filter(({ command }) => command?.command.startsWith("authSecret."));
  said.note(own);
  return [...actions, ...lenses, ...own].flatMap(({ command }) => command ?? []);
}

/** Carries out what Auto Fix would, wherever something is found, as often as something is. */
async function fixEverything(said: EverythingSaid, uris: readonly Uri[]): Promise<number> {
  let fixed = 0;
  for (const uri of uris) {
    await openFile(uri);
    for (const { range } of languages.getDiagnostics(uri)) {
      const actions = await actionsAt(uri, range, undefined, 1).catch(() => []);
      const [best] = actions.filter((action) => action.isPreferred && isOurs(action));
      if (!best?.edit || !(await workspace.applyEdit(best.edit))) continue;
      fixed++;
      const { command } = best;
      if (!command) continue;
      const run = async () =>
        commands.executeCommand(command.command, ...(command.arguments ?? []));
      await said.during(turnsAway, () => withoutPrograms(run));
    }
  }
  return fixed;
}

/** What the extension made itself, in env files: no less a secret. */
function mintedIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.match(/[\w+/]{43}=/g) ?? []);
}

/** True where the person is told or asked something, or is shown something. */
async function answers(said: EverythingSaid, id: string, answer: typeof saysYes): Promise<boolean> {
  const before = said.text.length;
  const run = async () => commands.executeCommand(id);
  await said.during(answer, () => withoutPrograms(run));
  return said.text.length > before + `${id}[][]`.length;
}

/** Waits until something is said of one of the files, so that all of them have been read. */
async function untilFound(uris: readonly Uri[]): Promise<void> {
  const isFound = () => uris.some((uri) => rulesOn(uri).length > 0);
  await untilEvent(languages.onDidChangeDiagnostics, isFound, () => "nothing was found");
}

describe("secrets that are planted everywhere", () => {
  beforeEach(async () => await env.clipboard.writeText(""));

  plantedProjects().forEach(({ files, secrets, tracked }, at) => {
    it(`are in nothing that is seen of project ${at + 1}, nor said by its fixes`, async () => {
      const folder = await folderWith(files);
      const uris = Object.keys(files).map((name) => Uri.joinPath(folder, name));
      await writeIndex(
        tracked.map((name) => workspace.asRelativePath(Uri.joinPath(folder, name), false)),
      );
      const said = new EverythingSaid();
      const env = Uri.joinPath(
        folder,
        Object.keys(files).find((name) => /^\.env/.test(name)) ?? "",
      );
      await openFile(env);
      await untilFound(uris);
      for (const uri of uris) await lookEverywhere(said, uri);
      said.noteDiagnostics();
      ok((await fixEverything(said, uris)) > 0, "nothing was fixed");
      said.noteDiagnostics();
      said.noteOutput();
      const texts = workspace.textDocuments.filter(({ uri }) => /\.env/.test(uri.path));
      const minted = mintedIn(texts.map((document) => document.getText()));
      deepEqual(piecesIn(said.text, [...secrets, ...minted]), [], "the canaries that got out");
      await writeIndex([]);
    }).timeout(PATIENCE);
  });

  it("are in nothing that any command says, asks, logs or hands on", async () => {
    const { files, secrets } = planted();
    const folder = await folderWith(files);
    const said = new EverythingSaid();
    const local = Uri.joinPath(folder, ".env.local");
    await openFile(local);
    await untilRules(Uri.joinPath(folder, "auth.ts"), [
      "hardcoded-client-secret",
      "hardcoded-secret",
    ]);
    for (const answer of [turnsAway, saysYes]) {
      for (const id of ownCommands()) {
        if (answer === saysYes && PREVIEWED.includes(id)) continue;
        await openFile(local);
        const isAnswered = await answers(said, id, answer);
        ok(isAnswered || QUIET.includes(id), `${id} says nothing`);
      }
    }
    await workspace.getConfiguration("authSecret").update("maskValues", undefined, true);
    said.noteDiagnostics();
    said.noteOutput();
    ok(said.text.length > 5000, "hardly anything was said");
    deepEqual(piecesIn(said.text, secrets), [], "the canaries that got out");
  }).timeout(PATIENCE);

  it("are in nothing that the commands say which only links lead to", async () => {
    const { files, secrets } = planted();
    // Where nothing is set yet, a secret is proposed.
    const folder = await folderWith({ ...files, ".env.development": "# Mine.\n" });
    const said = new EverythingSaid();
    await openFile(Uri.joinPath(folder, ".env.local"));
    await untilRules(Uri.joinPath(folder, ".env.example"), ["real-secret-in-example"]);
    const linked = new Map<string, Command>();
    for (const name of [".env.local", ".env", ".env.development", "auth.ts"]) {
      for (const command of await lookEverywhere(said, Uri.joinPath(folder, name))) {
        linked.set(command.command, linked.get(command.command) ?? command);
      }
    }
    const env = Uri.joinPath(folder, ".env");
    linked.set("authSecret.copyValue", {
      title: "",
      command: "authSecret.copyValue",
      arguments: [env, "OTHER"],
    });
    const own = await commands.getCommands(true);
    deepEqual(
      own.filter((id) => id.startsWith("authSecret.") && !ownCommands().includes(id)).sort(),
      LINKED,
      "the commands in no list",
    );
    try {
      for (const id of LINKED) {
        const command = linked.get(id);
        ok(command, `nothing leads to ${id}`);
        const run = async () => commands.executeCommand(id, ...(command.arguments ?? []));
        for (const answer of [turnsAway, saysYes]) {
          await said.during(answer, () => withoutPrograms(run));
        }
      }
    } finally {
      await workspace.getConfiguration("authSecret").update("rules", undefined);
    }
    said.noteDiagnostics();
    deepEqual(piecesIn(said.text, secrets), [], "the canaries that got out");
  }).timeout(PATIENCE);

  it("are not repeated when they are typed, nor in what goes wrong then", async () => {
    const { files, secrets, weak, strong } = planted();
    const folder = await folderWith(files);
    const said = new EverythingSaid();
    const local = Uri.joinPath(folder, ".env.local");
    await openFile(local);
    await untilRules(Uri.joinPath(folder, ".env.example"), ["real-secret-in-example"]);
    const cookie = "authjs.session-token";
    const token = await authjsToken(strong(), cookie);
    secrets.push(...token.split(".").filter((part) => part.length > 40));
    for (const typed of [weak(), `"${strong()}`, `$${strong()}`, `${weak()} # ${weak()}`]) {
      const type = (shown: Shown) =>
        shown.choices.length === 0 && !shown.isModal ? typed : saysYes(shown);
      await said.during(type, () => commands.executeCommand("authSecret.useExisting", local));
    }
    for (const typed of [token, `${cookie}=${token}`, `${token.slice(0, -9)}`, weak()]) {
      const type = ({ choices }: Shown) => (choices.length === 0 ? typed : undefined);
      await said.during(type, () => commands.executeCommand("authSecret.verifyToken"));
    }
    said.noteDiagnostics();
    deepEqual(piecesIn(said.text, secrets), [], "the canaries that got out");
  });

  it("are on the clipboard where copying was asked for, and nowhere else", async () => {
    const value = canary(20);
    const folder = await folderWith({ "package.json": "{}", ".env": `AUTH_SECRET=${value}\n` });
    const uri = Uri.joinPath(folder, ".env");
    await openFile(uri);
    await untilRules(uri, ["env-not-ignored", "short-secret"]);
    const said = new EverythingSaid();
    const copy = () => commands.executeCommand("authSecret.copyValue", uri, "AUTH_SECRET");
    await said.during(turnsAway, copy);
    ok((await env.clipboard.readText()) === value, "the value was not copied");
    const text = said.text.replace(JSON.stringify(value), "");
    deepEqual(piecesIn(text, [value]), [], "the canaries that got out");
  });

  if (asked.host === "node") {
    it("are in no program's arguments, environment or input, and in no temporary file", async () => {
      const { newTemporaryFiles, temporaryNames } = await import("../../support/leftFiles.ts");
      const { files, secrets } = planted();
      const folder = await folderWith(files);
      const manifest = Uri.joinPath(folder, "package.json");
      await openFile(manifest);
      await untilRules(Uri.joinPath(folder, ".env.example"), ["real-secret-in-example"]);
      const before = temporaryNames();
      const said = new EverythingSaid();
      // A tool that prints all that it gets, and fails.
      const scripts = { fly: "console.log(input); console.error(input); process.exitCode = 1;" };
      let runs: unknown;
      await withPrograms(scripts, async ({ runsOf }) => {
        await said.during(saysYes, () => commands.executeCommand("authSecret.setInProduction"));
        runs = runsOf("fly");
      });
      ok(Array.isArray(runs) && runs.length > 0, "no program was run");
      deepEqual(piecesIn(JSON.stringify(runs), secrets), [], "what the program got");
      const minted = runs.map(({ input }) => String(input).trim().replace(/^\w+=/, ""));
      const outside = runs.map(({ argv, environment }) => JSON.stringify([argv, environment]));
      ok(
        minted.every((secret) => secret.length > 40),
        "the program was handed no secret",
      );
      deepEqual(piecesIn(outside.join("\n"), minted), [], "what the command line holds");
      deepEqual(piecesIn(said.text, [...secrets, ...minted]), [], "what was said");
      const find = pieceFinder([...secrets, ...minted]);
      for (const [file, text] of newTemporaryFiles(before)) {
        ok(find(text).length === 0, `a secret is in ${file}`);
      }
    });

    it("are in no message about a file that cannot be written", async () => {
      const { chmodSync } = await import("node:fs");
      const { files, secrets } = planted();
      const folder = await folderWith(files);
      const said = new EverythingSaid();
      const uri = Uri.joinPath(folder, ".env.local");
      await openFile(uri);
      await untilRules(Uri.joinPath(folder, ".env.example"), ["real-secret-in-example"]);
      chmodSync(uri.fsPath, 0o444);
      try {
        for (const id of ["generate", "rotate"]) {
          await said.during(saysYes, () => commands.executeCommand(`authSecret.${id}`, uri));
        }
      } finally {
        chmodSync(uri.fsPath, 0o644);
      }
      deepEqual(piecesIn(said.text, secrets), [], "the canaries that got out");
      ok(/Replace|read-only|could not be saved/.test(said.text), "nothing was said");
      await writeText(uri, "");
    });
  }
});
