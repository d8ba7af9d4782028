// The real packages that test/oracle compares with: fetched once, and again when their lockfile
// changes. Apart from the project's own, whom they would tie to the peers that they ask for.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { npmCommand } from "../test/support/vscode/npm.ts";
import { runProgram } from "../test/support/vscode/program.ts";
import { runMain } from "../test/support/vscode/trouble.ts";

const folder = resolve(import.meta.dirname, "../test/oracle");
const stamp = join(folder, "node_modules/.fetched");

await runMain(async () => {
  const lockfile = readFileSync(join(folder, "package-lock.json"));
  const wanted = createHash("sha256").update(lockfile).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return 0;
  console.error("Fetching the packages that the tests compare with …");
  const [command, ...args] = npmCommand();
  await runProgram(command, [...args, "ci", "--ignore-scripts", "--loglevel=error"], {
    cwd: folder,
  });
  writeFileSync(stamp, wanted);
  return 0;
});
