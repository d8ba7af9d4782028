/**
 * Builds the judge's model, `src/core/secret/model/`, from the packages' word lists, the public
 * list of secrets and the digests of published values. The same inputs give the same bytes.
 *
 * npm run model [-- --check] [-- --secrets=PATH of jwt.secrets.list]
 *
 * `--check` leaves the files as they were and fails if they are not what the inputs give.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { letterLevels } from "./model/letters.ts";
import { packLevels } from "./model/packing.ts";
import { digestSet, valueSet } from "./model/published.ts";

const TARGET = new URL("../src/core/secret/model/", import.meta.url);
const isCheck = process.argv.includes("--check");
const given = process.argv.find((argument) => argument.startsWith("--secrets="));
const secretsPath = given?.slice(10) ?? "../shared/data/jwt-secrets/jwt.secrets.list";
/** Weaker ones are called short anyway. */
const RANDOM_LOOKING_BITS = 112;
const FILES = ["words.ts", "letters.ts", "published.ts"];

function write(file: string, constants: Readonly<Record<string, unknown>>): void {
  const lines = Object.entries(constants).map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`,
  );
  const source = `// Made by scripts/model.ts: do not edit.\n${lines.join("")}`;
  writeFileSync(new URL(file, TARGET), source);
  console.log(`${file}: ${source.length} bytes`);
}

function readAll(): readonly string[] {
  return FILES.map((file) => new URL(file, TARGET)).map((file) =>
    existsSync(file) ? readFileSync(file, "utf8") : "",
  );
}

if (!existsSync(secretsPath)) {
  console.error(`There is no file ${secretsPath}: say where it is with --secrets=PATH.`);
  process.exit(2);
}
mkdirSync(TARGET, { recursive: true });
const before = readAll();
const levels = letterLevels(secretsPath);
write("letters.ts", { LETTERS: packLevels(levels) });
// Words are packed with the letters just written, and judged with both.
const { packWords } = await import("./model/packWords.ts");
write("words.ts", packWords());
// Which listed values look random is judged with the tables just written.
const { originOf } = await import("../src/core/secret/origin.ts");
const digests = digestSet();
const values = valueSet(secretsPath, (value) => {
  const { kind, bits } = originOf(value);
  return kind === "strong" || (kind === "short" && bits >= RANDOM_LOOKING_BITS);
});
write("published.ts", {
  DIGESTS: digests.packed,
  VALUES: values.packed,
  SIZES: { digests: digests.size, values: values.size },
});
console.log(`${digests.size} digests, ${values.size} values`);

const changed = FILES.filter((_, index) => before[index] !== readAll()[index]);
if (isCheck && changed.length > 0) {
  FILES.forEach((file, index) => {
    writeFileSync(new URL(file, TARGET), before[index] ?? "");
  });
  console.error(`Out of date: ${changed.join(", ")}. Run \`npm run model\`.`);
  process.exit(1);
}
