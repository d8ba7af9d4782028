import { readFileSync } from "node:fs";

/** Where each package of lists is installed. */
const PACKAGES: Readonly<Record<string, string>> = {
  common: import.meta.resolve("@zxcvbn-ts/language-common"),
  de: import.meta.resolve("@zxcvbn-ts/language-de"),
  en: import.meta.resolve("@zxcvbn-ts/language-en"),
  "es-es": import.meta.resolve("@zxcvbn-ts/language-es-es"),
  fr: import.meta.resolve("@zxcvbn-ts/language-fr"),
  it: import.meta.resolve("@zxcvbn-ts/language-it"),
  ja: import.meta.resolve("@zxcvbn-ts/language-ja"),
  "nl-be": import.meta.resolve("@zxcvbn-ts/language-nl-be"),
  pl: import.meta.resolve("@zxcvbn-ts/language-pl"),
  "pt-br": import.meta.resolve("@zxcvbn-ts/language-pt-br"),
};

/**
 * Word lists by frequency, from the `@zxcvbn-ts/language-*` packages (MIT; their `commonWords`
 * derive from OpenSubtitles through OPUS, ODC-BY). Diacritics are folded to plain letters.
 */
export function packagedWords(
  language: string,
  list: string,
  spelling: "letters" | "typed" = "letters",
): readonly string[] {
  const file = new URL(`../src/${list}.json`, PACKAGES[language]);
  const words: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!Array.isArray(words)) throw new TypeError(`${language}/${list} is no list of words`);
  const texts = words.map(String);
  return unique(spelling === "typed" ? texts : texts.flatMap(spellings));
}

/** The public list of JWT secrets (Wallarm, MIT): one a line, the line ends not part of it. */
export function publicSecrets(path: string): readonly string[] {
  return unique(readFileSync(path, "utf8").split(/\r?\n/)).filter((line) => line !== "");
}

export function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}

/** A word as it is typed on a plain keyboard: "schlüssel" as both "schlussel" and "schluessel". */
function spellings(word: string): string[] {
  const plain = fold(word);
  const umlauts = fold(word.replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue"));
  return [plain, umlauts].filter((spelling) => /^[a-z]+$/.test(spelling));
}

function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/æ/g, "ae")
    .replace(/œ/g, "oe")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
}
