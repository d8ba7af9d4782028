/**
 * Measures the judge against fresh random values, real env values, a public list of secrets and
 * generated human values, with other tools on the same values beside it. Prints Markdown.
 *
 * npm run bench:judge -- [--quick] [--seed=TEXT] [--corpus=PATH] [--secrets=PATH]
 */
import { readCorpus, readSecrets } from "./judge/corpus.ts";
import { humanValue } from "./judge/human.ts";
import { corpusRows, longRow, madeRow, type Row, randomRow, timeRow } from "./judge/measure.ts";
import { PEERS } from "./judge/peers.ts";
import { pick, randomSource, text } from "./judge/random.ts";
import { SHAPES } from "./judge/shapes.ts";
import { sizeRows } from "./judge/size.ts";

const isQuick = process.argv.includes("--quick");
const source = randomSource(option("seed"));
const corpus = readCorpus(option("corpus") ?? "../shared/corpus/env.train.jsonl");
const secrets = readSecrets(option("secrets") ?? "../shared/data/jwt-secrets/jwt.secrets.list");
const randomCount = isQuick ? 20_000 : 1_000_000;
const humanCount = isQuick ? 10_000 : 100_000;

const rows: Row[] = [];
for (const { name, expected, make } of SHAPES) {
  const allowed = expected === "strong" ? 0 : 1e-5;
  rows.push(randomRow(name, randomCount, expected, allowed, () => make(source)));
}
rows.push(...corpusRows(corpus));
rows.push(madeRow("publicly known JWT secrets: called `strong`", "0", 0, secrets));
const human = Array.from({ length: humanCount }, () => humanValue(source));
rows.push(madeRow("generated human values: called `strong`", "≤ 1 in 10,000", 1e-4, human));
const mixed = Array.from({ length: 20_000 }, (_, at) => {
  const shape = SHAPES[at % (2 * SHAPES.length)];
  return shape ? shape.make(source) : pick(source, corpus).value;
});
rows.push(timeRow(mixed));
rows.push(longRow((length) => text(source, "abcdefghijklmnopqrstuvwxyz0123456789+/", length)));
rows.push(...(await sizeRows()));

console.log(table(rows));
console.log(`\nSeed: ${source.seed}. ${rules()}`);
process.exitCode = rows.every(({ isReached }) => isReached) ? 0 : 1;

function option(name: string): string | undefined {
  const prefix = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}

function table(lines: readonly Row[]): string {
  const head = ["measure", "to reach", "", "this extension", ...PEERS.map(({ name }) => name)];
  return [
    head,
    head.map((_, at) => (at < 3 ? "---" : "--:")),
    ...lines.map(({ measure, goal, ours, peers, isReached }) => [
      measure,
      goal,
      isReached ? "✓" : "✗",
      ours,
      ...peers,
    ]),
  ]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function rules(): string {
  const notes = PEERS.map(({ name, rule, sample }) =>
    Number.isFinite(sample)
      ? `${name}: ${rule} (on samples only, for its slowness)`
      : `${name}: ${rule}`,
  );
  return `The others say "random" or "not random" of a value; shown is how often they are wrong. ${notes.join("; ")}.`;
}
