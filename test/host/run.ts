// Runs the suite of test/host in a real VS Code: every kind of workspace, in both extension hosts.
//   node test/host/run.ts [--host node|web] [--kind KIND] [--release newest|oldest]
//                         [--vscode desktop|server] [--grep TEXT] [--verbose]
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { runTests } from "@vscode/test-electron";
import { atExit, temporaryFolder } from "../support/vscode/cleanup.ts";
import { kinds } from "../support/vscode/kinds.ts";
import type { ReleaseName } from "../support/vscode/release.ts";
import { runMain } from "../support/vscode/trouble.ts";
import { workspaceOf } from "../support/vscode/workspace.ts";
import type { Asked } from "./support/asked.ts";

const root = join(import.meta.dirname, "../..");

const { values } = parseArgs({
  options: {
    host: { type: "string" },
    kind: { type: "string" },
    release: { type: "string", default: "newest" },
    grep: { type: "string" },
    verbose: { type: "boolean", default: false },
  },
});

await runMain(async () => {
  let failures = 0;
  for (const host of oneOf(["node", "web"] as const, values.host)) {
    for (const kind of oneOf(kinds, values.kind)) {
      console.log(`\n${kind} workspace, ${host} host, VS Code ${values.release}`);
      const asked = { host, kind, ...(values.grep && { grep: values.grep }) };
      await runOne(asked, values.release as ReleaseName).catch((error: unknown) => {
        failures++;
        console.error(String(error));
      });
    }
  }
  return failures === 0 ? 0 : 1;
});

async function runOne(asked: Asked, release: ReleaseName): Promise<void> {
  const data = temporaryFolder("profile");
  const workspace = await workspaceOf(asked.kind);
  const launchArgs = [
    ...(workspace ? [workspace] : []),
    ...(asked.host === "web" ? ["--extensionDevelopmentKind=web"] : []),
    ...(asked.kind === "restricted" ? ["--asks-for-trust"] : []),
    `--user-data-dir=${join(data, "user")}`,
    `--extensions-dir=${join(data, "extensions")}`,
    `--release=${release}`,
    ...(values.verbose ? ["--verbose"] : []),
  ];
  // What is under node_modules/.bin comes first for npm scripts only; this one may be run by hand.
  const { PATH = "" } = process.env;
  await runTests({
    vscodeExecutablePath: join(root, "test/support/vscode/code.ts"),
    extensionDevelopmentPath: root,
    extensionTestsPath: testsFile(asked),
    extensionTestsEnv: { PATH: [dirname(process.execPath), PATH].join(delimiter) },
    launchArgs,
  });
}

/** The bundle with what is asked of it in front: a worker has no other way to be told. */
function testsFile(asked: Asked): string {
  const bundle = readFileSync(join(root, `dist/test/${asked.host}.js`), "utf8");
  const file = join(root, `dist/test/${asked.host}-${asked.kind}-${process.pid}.js`);
  writeFileSync(file, `globalThis.authSecretTests = ${JSON.stringify(asked)};${bundle}`);
  atExit(() => rmSync(file, { force: true }));
  return file;
}

function oneOf<T extends string>(all: readonly T[], wanted: string | undefined): readonly T[] {
  if (wanted === undefined) return all;
  const found = all.filter((each) => each === wanted);
  if (found.length === 0) throw new Error(`"${wanted}" is none of ${all.join(", ")}`);
  return found;
}
