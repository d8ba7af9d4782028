import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  HASH_BITS,
  LOW_BITS,
  leadingBits,
  publishedBytes,
} from "../../src/core/secret/published.ts";
import { withoutQuotes } from "../../src/core/secret/quotes.ts";
import { jargon } from "./jargon.ts";
import { packagedWords, publicSecrets, unique } from "./lists.ts";
import { packSortedSet } from "./packing.ts";

const ALGORITHMS = ["md5", "sha1", "sha256", "sha512"];

/** How many words' digests are known. */
const WORDS = 2000;
/** How many of the commonest also as `echo word | sha256sum` gives them, with a line end. */
const WITH_LINE_END = 60;

export interface PackedSet {
  readonly packed: string;
  readonly size: number;
}

/** Digests of the commonest words, by their own leading bits. */
export function digestSet(): PackedSet {
  const words = commonWords();
  const lines = words.slice(0, WITH_LINE_END).map((word) => `${word}\n`);
  const hashes = [...words, ...lines].flatMap((word) =>
    ALGORITHMS.map((name) => leadingBits(createHash(name).update(word).digest())),
  );
  return packed(hashes, LOW_BITS.digests);
}

/** Values of the public list that look random, and those that `published.txt` names. */
export function valueSet(secretsPath: string, looksRandom: (value: string) => boolean): PackedSet {
  const listed = publicSecrets(secretsPath).map(withoutQuotes).filter(looksRandom);
  const hashes = listed.map((value) => sha256(publishedBytes(value) ?? Buffer.from(value)));
  const text = readFileSync(new URL("published.txt", import.meta.url), "utf8");
  const noted = text.match(/^[0-9a-f]{64}/gm) ?? [];
  return packed(
    [...hashes, ...noted.map((hash) => Buffer.from(hash, "hex"))].map((hash) => leadingBits(hash)),
    LOW_BITS.values,
  );
}

function sha256(data: Uint8Array): Uint8Array {
  return createHash("sha256").update(data).digest();
}

function commonWords(): string[] {
  const terms = jargon();
  const pairs = terms
    .slice(0, 24)
    .flatMap((first) => [
      ...["secret", "key", "token", "password"].flatMap((last) => [
        `${first}${last}`,
        `${first}-${last}`,
        `${first}_${last}`,
      ]),
    ]);
  const typed = packagedWords("common", "passwords", "typed").slice(0, 1000);
  const numbers = Array.from({ length: 101 }, (_, number) => String(number));
  return unique([
    ...terms,
    ...pairs,
    ...numbers,
    ...typed,
    ...packagedWords("en", "commonWords"),
  ]).slice(0, WORDS);
}

function packed(hashes: readonly number[], low: number): PackedSet {
  const different = [...new Set(hashes)];
  const size = different.length;
  return { packed: packSortedSet(different, { size, bits: HASH_BITS, low }), size };
}
