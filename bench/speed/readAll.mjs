// Reads every file below a folder that the product would read, and does nothing with it, on as many
// threads as are asked for: what no program of Node gets below.
import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { argv } from "node:process";
import { isMainThread, Worker, workerData } from "node:worker_threads";

const READ = /\.(?:tsx?|json|md)$|^\.env|^\.gitignore$/;
const buffer = Buffer.allocUnsafe(1 << 22);

if (isMainThread) {
  const [, , folder = ".", threads = "1"] = argv;
  const shares = sharesOf(folder, Number(threads));
  for (const workerData of shares.slice(1)) new Worker(import.meta.filename, { workerData });
  readAll(shares[0]);
} else {
  readAll(workerData);
}

/** Goes down until there are folders enough to deal out. */
function sharesOf(folder, threads) {
  let folders = [folder];
  while (threads > 1 && folders.length > 0 && folders.length < 16 * threads) {
    folders = folders.flatMap(foldersIn);
  }
  return Array.from({ length: threads }, (_, thread) =>
    folders.filter((_folder, at) => at % threads === thread),
  );
}

function foldersIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);
}

function readAll(pending) {
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) pending.push(path);
      else if (READ.test(entry.name)) read(path);
    }
  }
}

function read(path) {
  const file = openSync(path, "r");
  readSync(file, buffer);
  closeSync(file);
}
