import {
  type CodeLens,
  type CompletionList,
  commands,
  env,
  extensions,
  type Hover,
  MarkdownString,
  Range,
  Uri,
} from "vscode";
import type { Shown } from "../support/answers.ts";
import { asked } from "../support/asked.ts";
import { deepEqual, ok } from "../support/assert.ts";
import { actionsAt } from "../support/codeActions.ts";
import { rulesOn, untilRules } from "../support/diagnostics.ts";
import { EverythingSaid, piecesIn } from "../support/everythingSaid.ts";
import { folderWith, openFile, writeText } from "../support/files.ts";
import { authjsToken } from "../support/sessionTokens.ts";
import { withoutPrograms, withPrograms } from "../support/standIns.ts";

/** As many hexadecimal digits: strong from 64 on, weak below 32. */
function canary(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length / 2));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A secret of its own in every place that is read. */
function planted() {
  const secrets: string[] = [];
  const weak = () => secret(20);
  const strong = () => secret(64);
  const secret = (length: number) => {
    const value = canary(length);
    secrets.push(value);
    return value;
  };
  const dependencies = { next: "15.0.0", "next-auth": "5.0.0-beta.30" };
  const scripts = { dev: `AUTH_SECRET=${weak()} next dev` };
  const files = {
    "package.json": JSON.stringify({ dependencies, scripts }, undefined, 2),
    ".gitignore": "dist\n",
    ".env": `AUTH_SECRET=${weak()}\nAUTH_GITHUB_SECRET=${strong()}\nDATABASE_URL=x://${weak()}\n`,
    ".env.local": `AUTH_SECRET='${strong()}'\nAUTH_SECRET_1=${strong()}\n`,
    ".env.production": `AUTH_SECRET=$${weak()}#${weak()}\nNEXT_PUBLIC_AUTH_SECRET=${weak()}\n`,
    ".env.example": `AUTH_SECRET=${strong()}\n`,
    ".env.test": `BETTER_AUTH_SECRET=op://${weak()}/a/b\nAUTH_SECRET="${weak()}\n`,
    "auth.ts":
      'import NextAuth from "next-auth";\nimport GitHub from "next-auth/providers/github";\n' +
      `NextAuth({ secret: "${weak()}", providers: [GitHub({ clientSecret: "${strong()}" })] });\n`,
    "lib.ts": `import { getToken } from "next-auth/jwt";\ngetToken({ req, secret: process.env.AUTH_SECRET ?? "${weak()}" });\n`,
    "compose.yaml": `services:\n  app:\n    build: .\n    environment:\n      AUTH_SECRET: ${weak()}\n      OTHER: \${AUTH_SECRET:-${weak()}}\n`,
    Dockerfile: `FROM node\nENV AUTH_SECRET=${weak()}\nCOPY . .\n`,
    ".github/workflows/ci.yml": `on: push\njobs:\n  a:\n    runs-on: x\n    env:\n      AUTH_SECRET: ${strong()}\n    steps:\n      - run: deploy\n`,
    "fly.toml": `app = "a"\n[env]\nAUTH_SECRET = "${weak()}"\n`,
    "vercel.json": JSON.stringify({ env: { AUTH_SECRET: weak() } }),
    "wrangler.toml": `name = "a"\n[vars]\nAUTH_SECRET = "${weak()}"\n`,
    "README.md": `# Run\n\n    npx auth secret\n    AUTH_SECRET=${weak()} npm start\n`,
  };
  return { files, secrets, weak, strong };
}

const HIDDEN = ["authSecret.toggleMasking"];

/** They show a preview, which only a person can apply: until then the editor answers nothing. */
const PREVIEWED = ["authSecret.migrateNames", "authSecret.setUp"];

/** Of each file's actions so many are completed, which takes a while: git is asked each time. */
const RESOLVED = 4;

/** Commands of the palette; those behind links are run with what the links hold. */
function ownCommands(): readonly string[] {
  const manifest = extensions.getExtension("auth-secret.auth-secret")?.packageJSON;
  const all: readonly { readonly command: string }[] = manifest.contributes.commands;
  return all.map(({ command }) => command).filter((id) => !HIDDEN.includes(id));
}

const turnsAway = () => undefined;

/** Says yes to what is asked, and picks a place. */
function saysYes({ choices, isModal }: Shown): string | undefined {
  if (isModal) return choices[0];
  return choices.find((each) => /\$\(file\)|^Fly\.io|^Copy|^Add/.test(each));
}

async function lookEverywhere(said: EverythingSaid, uri: Uri): Promise<void> {
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
  for (const { title, command } of await actionsAt(uri, everything, undefined, RESOLVED)) {
    // The edits hold what is written to a file: there a value may stand.
    said.note(title, command);
  }
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
}

describe("secrets that are planted everywhere", () => {
  beforeEach(async () => await env.clipboard.writeText(""));

  it("are in nothing that is shown, logged, proposed or handed on", async () => {
    const { files, secrets } = planted();
    const folder = await folderWith(files);
    const said = new EverythingSaid();
    const local = Uri.joinPath(folder, ".env.local");
    await openFile(local);
    await untilRules(Uri.joinPath(folder, "auth.ts"), [
      "hardcoded-client-secret",
      "hardcoded-secret",
    ]);
    for (const name of Object.keys(files)) await lookEverywhere(said, Uri.joinPath(folder, name));
    said.noteDiagnostics();
    const findings = Object.keys(files).flatMap((name) => rulesOn(Uri.joinPath(folder, name)));
    ok(findings.length >= 10, `the canaries are hardly seen: ${findings.join(", ")}`);
    for (const answer of [turnsAway, saysYes]) {
      for (const id of ownCommands()) {
        if (answer === saysYes && PREVIEWED.includes(id)) continue;
        await openFile(local);
        await said.during(answer, () => withoutPrograms(async () => commands.executeCommand(id)));
      }
    }
    said.noteDiagnostics();
    said.noteOutput();
    ok(said.text.length > 5000, "hardly anything was said");
    deepEqual(piecesIn(said.text, secrets), [], "the canaries that got out");
  }).timeout(120_000);

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
      const fs = await import("node:fs");
      const { tmpdir } = await import("node:os");
      const { files, secrets } = planted();
      const folder = await folderWith(files);
      const manifest = Uri.joinPath(folder, "package.json");
      await openFile(manifest);
      await untilRules(Uri.joinPath(folder, ".env.example"), ["real-secret-in-example"]);
      const before = new Set(fs.readdirSync(tmpdir()));
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
      for (const name of fs.readdirSync(tmpdir())) {
        const file = `${tmpdir()}/${name}`;
        if (before.has(name) || !fs.statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
        deepEqual(piecesIn(fs.readFileSync(file, "latin1"), secrets), [], `what is in ${name}`);
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
