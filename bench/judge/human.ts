import { packagedWords } from "../../scripts/model/lists.ts";
import { pick, type RandomSource, text } from "./random.ts";

/** Far more words than the judge's own dictionary has: it must not need to know them. */
const LISTS = ["en", "de", "fr", "es-es", "it"].map((language) =>
  packagedWords(language, "commonWords")
    .filter((word) => word.length > 1)
    .slice(0, 15_000),
);
const SEPARATORS = ["", "", "-", "_", " ", ".", ",", "/", "+", "#"];
const LEET: Readonly<Record<string, string>> = {
  a: "4@",
  b: "8",
  e: "3",
  g: "9",
  i: "1!",
  l: "1",
  o: "0",
  s: "5$",
  t: "7+",
};

type Change = (value: string, source: RandomSource) => string;

/** Each with how many tickets it has in the draw. */
const CASES: readonly (readonly [Change, number])[] = [
  [(word) => word, 5],
  [(word) => word.toUpperCase(), 2],
  [(word) => word.charAt(0).toUpperCase() + word.slice(1), 4],
  [(word) => alternating(word), 1],
  [(word, source) => randomCase(word, source), 1],
];
const ENCODINGS: readonly (readonly [Change, number])[] = [
  [(value) => value, 8],
  [(value) => Buffer.from(value).toString("base64"), 2],
  [(value) => Buffer.from(value).toString("base64url"), 2],
  [(value) => Buffer.from(value).toString("hex"), 2],
  [(value) => Buffer.from(value).toString("hex").toUpperCase(), 1],
  [(value) => encodeURIComponent(value), 1],
  [(value) => [...value].reverse().join(""), 2],
  [(value) => Buffer.from(Buffer.from(value).toString("base64")).toString("base64"), 1],
];

/** One to eight words of one of five languages, joined, cased, in leet, with digits, encoded. */
export function humanValue(source: RandomSource): string {
  const words = pick(source, LISTS);
  const separator = pick(source, SEPARATORS);
  const change = draw(source, CASES);
  const count = 1 + source.below(8);
  const chosen = Array.from({ length: count }, () => change(pick(source, words), source));
  let value = chosen.join(separator);
  if (source.below(3) === 0) value = leet(value, source);
  if (source.below(2) === 0) value += separator + text(source, "0123456789", 1 + source.below(8));
  if (source.below(6) === 0) value += pick(source, ["!", "!!", "?", "#", "$", "@"]);
  return draw(source, ENCODINGS)(value, source);
}

function draw(source: RandomSource, choices: readonly (readonly [Change, number])[]): Change {
  return pick(
    source,
    choices.flatMap(([change, tickets]) => Array.from({ length: tickets }, () => change)),
  );
}

function alternating(word: string): string {
  return [...word].map((char, at) => (at % 2 === 0 ? char : char.toUpperCase())).join("");
}

function randomCase(word: string, source: RandomSource): string {
  return [...word].map((char) => (source.below(2) === 0 ? char : char.toUpperCase())).join("");
}

/** Every letter that has a sign, or about half of them. */
function leet(value: string, source: RandomSource): string {
  const isThorough = source.below(2) === 0;
  return [...value]
    .map((char) => {
      const signs = LEET[char.toLowerCase()];
      return signs && (isThorough || source.below(2) === 0) ? pick(source, [...signs]) : char;
    })
    .join("");
}
