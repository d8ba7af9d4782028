/**
 * Builds the judge's model, `src/core/secret/model/`, from the packages' word lists, the public
 * list of secrets and the digests of published values. The same inputs give the same bytes.
 *
 * npm run model [-- path to jwt.secrets.list]
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { packBits } from "../src/core/secret/packedBits.ts";
import { letterLevels } from "./model/letters.ts";
import { digestSet, valueSet } from "./model/published.ts";
import { rankedWords } from "./model/words.ts";

const TARGET = new URL("../src/core/secret/model/", import.meta.url);
const secretsPath = process.argv[2] ?? "../shared/data/jwt-secrets/jwt.secrets.list";

/** Signs of the front coding: 15 lengths of shared beginning times 4 tiers, none a small letter. */
const SIGNS = " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]";

function frontCoded(): string {
  let last = "";
  return rankedWords()
    .map(({ word, tier }) => {
      let shared = 0;
      while (shared < 14 && shared < word.length && word[shared] === last[shared]) shared++;
      last = word;
      return SIGNS.charAt(tier * 15 + shared) + word.slice(shared);
    })
    .join("");
}

function packedLetters(): string {
  const levels = letterLevels(secretsPath);
  return packBits(levels.flatMap((level) => [level >> 2, (level >> 1) & 1, level & 1]));
}

function write(file: string, constants: Readonly<Record<string, unknown>>): void {
  const lines = Object.entries(constants).map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`,
  );
  const source = `// Made by scripts/model.ts: do not edit.\n${lines.join("")}`;
  writeFileSync(new URL(file, TARGET), source);
  console.log(`${file}: ${source.length} bytes`);
}

mkdirSync(TARGET, { recursive: true });
write("words.ts", { WORDS: frontCoded() });
write("letters.ts", { LETTERS: packedLetters() });
// Which listed values look random is judged with the tables just written.
const { originOf } = await import("../src/core/secret/origin.ts");
const digests = digestSet();
const values = valueSet(secretsPath, (value) => {
  const { kind, bits } = originOf(value);
  return kind === "strong" || (kind === "short" && bits >= 100);
});
write("published.ts", {
  DIGESTS: digests.packed,
  VALUES: values.packed,
  SIZES: { digests: digests.size, values: values.size },
});
console.log(`${digests.size} digests, ${values.size} values`);
