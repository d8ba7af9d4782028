// Writes what is said once in the code to where people read it: the README's tables, the header
// of each rule's page, and the settings schema. `--check` only tells whether anything is stale.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { argv, exit } from "node:process";
import { generatedFiles } from "./docs/generatedFiles.ts";

const isCheck = argv.includes("--check");
const stale = [...generatedFiles()].filter(
  ([path, text]) =>
    !existsSync(path) || content(path, readFileSync(path, "utf8")) !== content(path, text),
);

/** JSON by what it says: the formatter lays it out. */
function content(path: string, text: string): string {
  return path.endsWith(".json") ? JSON.stringify(JSON.parse(text)) : text;
}

for (const [path, text] of stale) {
  if (isCheck) console.error(`${path} is stale: npm run docs`);
  else {
    writeFileSync(path, text);
    console.log(`${path} written`);
  }
}
exit(isCheck && stale.length > 0 ? 1 : 0);
