import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";

/** Another tool, as far as it says of a value alone: drawn at random, or not. */
export interface Peer {
  readonly name: string;
  /** How it decides. */
  readonly rule: string;
  /** So slow that it is asked of so many values at most. */
  readonly sample: number;
  isRandom(value: string): boolean;
}

/** Built when first asked: it reads 1.6 MB of words. */
let zxcvbn: ZxcvbnFactory | undefined;

export const PEERS: readonly Peer[] = [
  {
    name: "gitleaks",
    rule: "`generic-api-key`: 10 to 150 signs of its set, Shannon entropy above 3.5, a digit",
    sample: Number.POSITIVE_INFINITY,
    isRandom: (value) =>
      /^[\w.=+/-]{10,150}$/.test(value) && /\d/.test(value) && shannon(value) >= 3.5,
  },
  {
    name: "detect-secrets",
    rule: "base64 signs above 4.5 bits a sign, hex digits above 3.0",
    sample: Number.POSITIVE_INFINITY,
    isRandom: (value) =>
      (/^[\w+/=-]+$/.test(value) && shannon(value) > 4.5) ||
      (/^[0-9a-fA-F]+$/.test(value) && hexEntropy(value) > 3),
  },
  {
    name: "SonarJS",
    rule: "S6418: 16 to 1024 signs of its set, at least 5.0 bits a sign",
    sample: Number.POSITIVE_INFINITY,
    isRandom: (value) => /^[\w.+/=~$-]{16,1024}$/.test(value) && shannon(value) >= 5,
  },
  {
    name: "Better Auth",
    rule: "at least 32 characters, and length × log2(distinct characters) at least 120",
    sample: Number.POSITIVE_INFINITY,
    isRandom: (value) => value.length >= 32 && value.length * Math.log2(new Set(value).size) >= 120,
  },
  {
    name: "zxcvbn-ts",
    rule: "score 4 of 4, with its common and English dictionaries",
    sample: 40,
    isRandom: (value) => {
      zxcvbn ??= new ZxcvbnFactory({
        dictionary: { ...common, ...english },
        graphs: adjacencyGraphs,
      });
      return zxcvbn.check(value).score === 4;
    },
  },
];

/** Shannon's entropy of a text's own signs, in bits a sign. */
function shannon(value: string): number {
  const counts = new Map<string, number>();
  for (const char of value) counts.set(char, (counts.get(char) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values())
    sum -= (count / value.length) * Math.log2(count / value.length);
  return sum;
}

/** detect-secrets takes some off where all are decimal digits: identifiers look so. */
function hexEntropy(value: string): number {
  const isNumber = /^\d+$/.test(value) && value.length > 1;
  return shannon(value) - (isNumber ? 1.2 / Math.log2(value.length) : 0);
}
