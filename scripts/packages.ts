// npm run packages -- FOLDER: fetches what the folder's own lockfile names, once, and again when that
// changes. Test and bench folders keep what they only compare with apart from the project's own
// packages, whom it would tie to the peers that it asks for.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { npmCommand } from "../test/support/vscode/npm.ts";
import { runProgram } from "../test/support/vscode/program.ts";
import { runMain, Trouble } from "../test/support/vscode/trouble.ts";

await runMain(async () => {
  const [name] = process.argv.slice(2);
  if (name === undefined) throw new Trouble("Name the folder whose packages are wanted.");
  const folder = resolve(import.meta.dirname, "..", name);
  const stamp = join(folder, "node_modules/.fetched");
  const lockfile = readFileSync(join(folder, "package-lock.json"));
  const wanted = createHash("sha256").update(lockfile).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return 0;
  console.error(`Fetching the packages of ${name} …`);
  const [command, ...args] = npmCommand();
  await runProgram(command, [...args, "ci", "--ignore-scripts", "--loglevel=error"], {
    cwd: folder,
  });
  writeFileSync(stamp, wanted);
  return 0;
});
