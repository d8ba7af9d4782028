// Reads every file below a folder that the product would read, and does nothing with it: what no program
// of Node gets below.
import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { argv } from "node:process";

const READ = /\.(?:tsx?|json|md)$|^\.env|^\.gitignore$/;
const buffer = Buffer.allocUnsafe(1 << 22);

const pending = [argv[2] ?? "."];
for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) pending.push(path);
    else if (READ.test(entry.name)) read(path);
  }
}

function read(path) {
  const file = openSync(path, "r");
  readSync(file, buffer);
  closeSync(file);
}
