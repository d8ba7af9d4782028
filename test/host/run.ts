// Runs the suite of test/host in a real VS Code: every kind of workspace, in both extension hosts.
//   node test/host/run.ts [--host node|web] [--kind KIND] [--release newest|oldest]
//                         [--vscode desktop|server] [--grep TEXT] [--soak] [--verbose]
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { atExit } from "../support/vscode/cleanup.ts";
import { kinds } from "../support/vscode/kinds.ts";
import { releaseNames } from "../support/vscode/release.ts";
import { chooseDesktop, runSuite } from "../support/vscode/suite.ts";
import { runMain, Trouble } from "../support/vscode/trouble.ts";
import type { Asked } from "./support/asked.ts";

const root = join(import.meta.dirname, "../..");

const { values } = parseArgs({
  options: {
    host: { type: "string" },
    kind: { type: "string" },
    release: { type: "string", default: "newest" },
    vscode: { type: "string" },
    grep: { type: "string" },
    /** Load tests with numbers that take an hour; only with --grep, for nothing else needs it. */
    soak: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
});

await runMain(async () => {
  const { grep, soak, verbose } = values;
  const [release = "newest"] = among(releaseNames, values.release);
  const [vscode] = among(["desktop", "server"], values.vscode ?? "server");
  const desktop = await chooseDesktop(release, values.vscode && vscode);
  let failures = 0;
  for (const host of among(["node", "web"] as const, values.host)) {
    for (const kind of among(kinds, values.kind)) {
      console.log(`\n${kind} workspace, ${host} host, ${release} VS Code`);
      const testsFile = testsFileFor({ host, kind, soak, ...(grep && { grep }) });
      const run = { extensionFolder: root, testsFile, host, kind, release, soak, verbose };
      await runSuite(run, desktop).catch((error: unknown) => {
        failures++;
        console.error(String(error));
      });
    }
  }
  return failures === 0 ? 0 : 1;
});

/** The bundle with what is asked of it in front: a worker has no other way to be told. */
function testsFileFor(asked: Asked): string {
  const bundle = readFileSync(join(root, `dist/test/${asked.host}.js`), "utf8");
  const file = join(root, `dist/test/${asked.host}-${asked.kind}-${process.pid}.js`);
  writeFileSync(file, `globalThis.authSecretTests = ${JSON.stringify(asked)};${bundle}`);
  atExit(() => rmSync(file, { force: true }));
  return file;
}

/** The one that is named, or all. */
function among<T extends string>(all: readonly T[], name: string | undefined): readonly T[] {
  const found = all.filter((each) => name === undefined || each === name);
  if (found.length === 0) throw new Trouble(`"${name}" is none of: ${all.join(", ")}.`);
  return found;
}
