/**
 * Measures how fast and how large the product is, each figure beside a peer in the same run. Prints
 * Markdown; a whole run keeps it, with the machine and the versions, in bench/results and shows the main
 * figures in the README. Exits 1 where a goal is missed.
 *
 * npm run bench -- [--only=generate,check,typing,size,host]
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { checkFigures } from "./speed/check.ts";
import { type Figure, size, table } from "./speed/figure.ts";
import { generateFigures } from "./speed/generate.ts";
import { hostFigures } from "./speed/host.ts";
import { sizeFigures } from "./speed/size.ts";
import { typingFigures } from "./speed/typing.ts";

const GROUPS: Readonly<Record<string, () => readonly Figure[] | Promise<readonly Figure[]>>> = {
  generate: generateFigures,
  check: checkFigures,
  typing: typingFigures,
  size: sizeFigures,
  host: hostFigures,
};

const chosen = process.argv
  .find((argument) => argument.startsWith("--only="))
  ?.slice(7)
  .split(",");
const figures: Figure[] = [];
for (const [name, run] of Object.entries(GROUPS)) {
  if (chosen && !chosen.includes(name)) continue;
  console.error(`${name} …`);
  const found = await run();
  // A later group may fail, and this one took minutes.
  console.error(table(found));
  figures.push(...found);
}
console.log(`${machine()}\n\n${table(figures)}`);
if (!chosen) keep(figures);
process.exit(figures.every(({ isMet }) => isMet) ? 0 : 1);

function machine(): string {
  const [cpu] = cpus();
  const versions = ["openssl"].map((name) => `${name} ${process.versions[name]}`).join(", ");
  return `${cpus().length} × ${cpu?.model.trim()}, ${size(totalmem())} of memory, ${process.platform}, Node ${process.versions.node} (${versions}); peers: ${peers()}.`;
}

function peers(): string {
  const { devDependencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, "package.json"), "utf8"),
  ) as { devDependencies: Readonly<Record<string, string>> };
  return Object.entries(devDependencies)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
}

function keep(all: readonly Figure[]): void {
  const folder = join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "bench.md"), `${machine()}\n\n${table(all)}\n`);
  writeFileSync(
    join(folder, "bench.json"),
    `${JSON.stringify({ machine: machine(), figures: all }, undefined, 2)}\n`,
  );
  // The README shows some of them.
  execFileSync(process.execPath, [join(import.meta.dirname, "../scripts/docs.ts")], {
    cwd: join(import.meta.dirname, ".."),
    stdio: "inherit",
  });
}
