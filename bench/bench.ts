/**
 * Measures how fast and how large the product is, each figure beside a peer in the same run. Prints
 * Markdown; a whole run keeps it, with the machine and the versions, in bench/results and shows the main
 * figures in the README. A part of one takes its place among the rest of an earlier run on such a
 * machine, and is only printed where there is none. Exits 1 where a goal is missed.
 *
 * npm run bench -- [--only=generate,check,typing,size,host]
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { checkFigures } from "./speed/check.ts";
import { type Figure, type Groups, type Report, table } from "./speed/figure.ts";
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

const file = join(import.meta.dirname, "results/bench.json");
const chosen = process.argv
  .find((argument) => argument.startsWith("--only="))
  ?.slice(7)
  .split(",");
const found = new Map<string, readonly Figure[]>();
for (const [name, run] of Object.entries(GROUPS)) {
  if (chosen && !chosen.includes(name)) continue;
  console.error(`${name} …`);
  const figures = await run();
  found.set(name, figures);
  // A later group may fail, and this one took minutes.
  console.error(table(figures));
}
const measured = [...found.values()].flat();
console.log(`${machine()}\n\n${table(measured)}`);
const groups = { ...kept(), ...Object.fromEntries(found) };
if (Object.keys(GROUPS).every((name) => name in groups)) keep(groups);
process.exit(measured.every(({ isMet }) => isMet) ? 0 : 1);

/** What another machine, or another version of a peer, gave stands beside nothing of this one. */
function kept(): Groups {
  if (!existsSync(file)) return {};
  const report: Report = JSON.parse(readFileSync(file, "utf8"));
  return report.machine === machine() ? report.groups : {};
}

function machine(): string {
  const [cpu] = cpus();
  const versions = ["openssl"].map((name) => `${name} ${process.versions[name]}`).join(", ");
  return `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB of memory, ${process.platform}, Node ${process.versions.node} (${versions}); peers: ${peers()}.`;
}

function peers(): string {
  const { devDependencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, "package.json"), "utf8"),
  ) as { devDependencies: Readonly<Record<string, string>> };
  return Object.entries(devDependencies)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
}

function keep(groups: Groups): void {
  mkdirSync(dirname(file), { recursive: true });
  const figures = Object.keys(GROUPS).flatMap((name) => groups[name] ?? []);
  writeFileSync(file.replace(/json$/, "md"), `${machine()}\n\n${table(figures)}\n`);
  const report: Report = { machine: machine(), groups };
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
  // The README shows some of them.
  execFileSync(process.execPath, [join(import.meta.dirname, "../scripts/docs.ts")], {
    cwd: join(import.meta.dirname, ".."),
    stdio: "inherit",
  });
}
