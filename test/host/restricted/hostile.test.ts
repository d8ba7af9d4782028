import {
  commands,
  DiagnosticSeverity,
  env,
  type Hover,
  MarkdownString,
  Uri,
  workspace,
} from "vscode";
import { answering } from "../support/answers.ts";
import { asked } from "../support/asked.ts";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { actionsAt } from "../support/codeActions.ts";
import { rulesOn, untilRules } from "../support/diagnostics.ts";
import { watchingAccess } from "../support/fileAccess.ts";
import { folderWith, openFile, textOnDisk, writeText } from "../support/files.ts";
import { withHostileGit, withOutside } from "../support/hostileGit.ts";
import { MANIFEST, WEAK } from "../support/samples.ts";

const [root] = workspace.workspaceFolders ?? [];

/** Windows has no such names. */
const isWindows = /^\/[a-z]:/i.test(root?.uri.path ?? "");

const LINK = "[x](command:workbench.action.closeWindow)";
const NAMES = isWindows
  ? ["[x](command;x)", "`[x](y)"]
  : [LINK, `\`${LINK}`, `\`\`${LINK}\`\``, `)${LINK}`, `\n\n${LINK}`, "\u001b[2J\u0007", "\u202E"];

async function hoverOn(uri: Uri, offset: number): Promise<readonly MarkdownString[]> {
  const { document } = await openFile(uri);
  const at = document.positionAt(offset);
  const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", uri, at);
  return hovers
    .flatMap(({ contents }) => contents)
    .filter((content) => content instanceof MarkdownString);
}

/** Of a secret in base64 with the most bytes that the manifest allows, 1024. */
const MOST_CHARACTERS = 1368;

/** A code span ends where as many backticks stand as it began with (CommonMark 0.31, 6.1). */
const withoutCode = (text: string) => text.replace(/(?<!`)(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "");

describe("a hostile folder that is not trusted", () => {
  for (const name of NAMES) {
    it(`puts nothing into hovers and messages by the name ${JSON.stringify(name)}`, async () => {
      const source =
        'import NextAuth from "next-auth";\nNextAuth({ secret: process.env.AUTH_SECRET });\n';
      const folder = await folderWith({
        [`${name}/package.json`]: MANIFEST,
        [`${name}/.env`]: WEAK,
        [`${name}/auth.ts`]: source,
        ".gitignore": ".env*\n",
      });
      const env = Uri.joinPath(folder, name, ".env");
      await openFile(env);
      await untilRules(env, ["passphrase-secret"]);
      const hovers = [
        ...(await hoverOn(Uri.joinPath(folder, name, "auth.ts"), source.indexOf("process") + 1)),
        ...(await hoverOn(env, WEAK.length - 2)),
      ];
      ok(hovers.length >= 4, `there are ${hovers.length} parts of hovers`);
      for (const { value, isTrusted } of hovers) {
        const links = [...withoutCode(value).matchAll(/\]\(\s*([^)\s]*)/g)].map(([, to]) => to);
        const isOwn = links.every((to) => to?.startsWith("command:authSecret."));
        ok(isOwn && !(links.length > 0 && !isTrusted), `a hover holds ${links.join(" ")}`);
        ok(typeof isTrusted !== "boolean" || !isTrusted, "a hover may run every command");
      }
      const { shown } = await answering(
        () => undefined,
        () => commands.executeCommand("authSecret.untrackEnvFile", env),
      );
      equal(shown.length, 1, "the number of messages");
      ok(!/\]\(|[\p{Cc}\u202E]/u.test(shown[0]?.text ?? ""), `it says ${shown[0]?.text}`);
    });
  }

  it("has settings be taken for none where they name no variable, file or rule, or ask too much", async () => {
    const compose = `services:\n  a:\n    environment:\n      "${LINK}": hunter2\n      OTHER_SECRET: hunter2\n`;
    const folder = await folderWith({
      "package.json": MANIFEST,
      ".gitignore": ".env*\n",
      ".env": "",
      "compose.yaml": compose,
      "login/options.ts": 'export const options = { secret: "hunter2" };\n',
    });
    const at = (path: string) => Uri.joinPath(folder, path);
    const settings = Uri.joinPath(root?.uri ?? folder, ".vscode/settings.json");
    const before = await textOnDisk(settings).catch(() => undefined);
    // Among them are some that mean something, by which it is seen that all were read.
    const hostile = {
      "authSecret.variables": [LINK, "OTHER_SECRET"],
      "authSecret.files": [`**/${LINK}`, "[", "**/login/*.ts"],
      "authSecret.bytes": 1e9,
      "authSecret.rules": { "passphrase-secret": LINK, [LINK]: "off", "hardcoded-secret": "hint" },
    };
    await writeText(settings, JSON.stringify(hostile));
    try {
      await writeText(at(".env"), "OTHER_SECRET=correct horse battery\n");
      const [phrase] = await untilRules(at(".env"), ["passphrase-secret"]);
      equal(
        phrase?.severity,
        DiagnosticSeverity.Warning,
        "the severity that the rule has by itself",
      );
      const [hardcoded] = await untilRules(at("login/options.ts"), ["hardcoded-secret"]);
      equal(hardcoded?.severity, DiagnosticSeverity.Hint, "the severity of the other rule");
      const [committed] = await untilRules(at("compose.yaml"), ["committed-secret"]);
      equal(committed?.range.start.line, 4, "the line of the only finding");
      const hoverOf = (text: string) => hoverOn(at("compose.yaml"), compose.indexOf(text) + 2);
      ok((await hoverOf("OTHER_SECRET")).length > 0, "there is no hover on a variable");
      deepEqual(await hoverOf(LINK), [], "the hover on what is none");
      await answering(
        () => "clipboard",
        () => commands.executeCommand("authSecret.generate", at(".env")),
      );
      const copied = await env.clipboard.readText();
      ok(/^[\w+/]+=*$/.test(copied), "no secret was copied");
      equal(copied.length, MOST_CHARACTERS, "the length of a secret");
    } finally {
      if (before === undefined) await workspace.fs.delete(settings);
      else await writeText(settings, before);
    }
  });

  if (asked.host === "node" && !isWindows) {
    it("has nothing read outside, nothing huge read, and nothing run", async () => {
      const fs = await import("node:fs");
      await withOutside(async (outside) => {
        const folder = await folderWith({ "package.json": MANIFEST, ".gitignore": ".env*\n" });
        const at = folder.fsPath;
        const marker = `${outside}/ran`;
        const program = `#!/bin/sh\ntouch '${marker}'\n`;
        await writeText(
          Uri.joinPath(folder, "package.json"),
          JSON.stringify({
            dependencies: { "next-auth": "5.0.0-beta.30" },
            scripts: { postinstall: `touch ${marker}`, prepare: `touch ${marker}` },
          }),
        );
        await writeText(Uri.joinPath(folder, "fly.toml"), "");
        for (const name of ["git", "fly", "npx"]) {
          await writeText(Uri.joinPath(folder, `node_modules/.bin/${name}`), program);
          fs.chmodSync(`${at}/node_modules/.bin/${name}`, 0o755);
        }
        const up = `${"../".repeat(20)}${outside.slice(1)}`;
        await writeText(
          Uri.joinPath(folder, "tsconfig.json"),
          JSON.stringify({
            extends: `${up}/tsconfig.json`,
            compilerOptions: {
              baseUrl: up,
              paths: { "@/*": [`${up}/*`], "#/*": [`${outside}/*`] },
            },
          }),
        );
        await writeText(
          Uri.joinPath(folder, "auth.ts"),
          'import NextAuth from "next-auth";\nimport { a } from "@/secret";\nimport { b } from "#/secret";\n' +
            'import { c } from "./home/secret";\nimport { d } from "./linked";\nNextAuth({ secret: a ?? b ?? c ?? d });\n',
        );
        fs.writeFileSync(`${outside}/secret.ts`, 'export const a = "hunter2";\n');
        fs.writeFileSync(`${outside}/.env`, WEAK);
        fs.writeFileSync(`${outside}/index`, "DIRC");
        fs.symlinkSync(outside, `${at}/home`);
        fs.symlinkSync("/", `${at}/everything`);
        fs.symlinkSync(`${outside}/.env`, `${at}/.env.local`);
        fs.symlinkSync(`${outside}/secret.ts`, `${at}/linked.ts`);
        fs.symlinkSync(".", `${at}/loop`);
        fs.writeFileSync(`${at}/.env.production`, "");
        fs.truncateSync(`${at}/.env.production`, 2 ** 30);
        await withHostileGit(outside, program, async () => {
          const accesses = await watchingAccess(async () => {
            await answering(
              () => undefined,
              () => commands.executeCommand("authSecret.checkWorkspace"),
            );
            const env = Uri.joinPath(folder, ".env");
            await writeText(env, WEAK);
            await openFile(env);
            const [finding] = await untilRules(env, ["passphrase-secret"]);
            ok(finding, "nothing was found");
            await actionsAt(env, finding.range);
            for (const command of ["untrackEnvFile", "setInProduction", "showOrigin"]) {
              await answering(
                ({ choices }) => choices.find((each) => each.startsWith("Fly.io")),
                () => commands.executeCommand(`authSecret.${command}`, env),
              );
            }
          });
          ok(accesses.length > 10, "the file system was not watched");
          const isOdd = (path: string) =>
            path.startsWith(outside) ||
            /\/(?:home|everything|loop)\//.test(path.slice(folder.path.length));
          const outsideRead = accesses.filter(
            ({ what, path }) =>
              what !== "stat" && (isOdd(path) || /\/(?:\.env\.local|linked\.ts)$/.test(path)),
          );
          deepEqual(outsideRead, [], "what was read");
          const huge = accesses.filter(
            ({ what, path }) => what === "read" && path.endsWith(".env.production"),
          );
          deepEqual(huge, [], "what was read of the huge file");
        });
        deepEqual(rulesOn(Uri.joinPath(folder, ".env.local")), [], "what is said of the link");
        equal(fs.existsSync(marker), false, "whether anything was run");
      });
    });
  }
});
