import { createCipheriv, createHash, randomBytes } from "node:crypto";

/** Random bytes that a seed can repeat: AES-256 in counter mode, keyed by the seed's SHA-256. */
export interface RandomSource {
  readonly seed: string;
  bytes(count: number): Uint8Array;
  /** A whole number from 0 to below `limit`, each as likely. */
  below(limit: number): number;
}

const BLOCK = 1 << 16;

export function randomSource(seed = randomBytes(8).toString("hex")): RandomSource {
  const key = createHash("sha256").update(seed).digest();
  const cipher = createCipheriv("aes-256-ctr", key, Buffer.alloc(16));
  let block = Buffer.alloc(0);
  let used = 0;
  const bytes = (count: number): Uint8Array => {
    if (used + count > block.length) {
      block = cipher.update(Buffer.alloc(BLOCK));
      used = 0;
    }
    used += count;
    return block.subarray(used - count, used);
  };
  const below = (limit: number): number => {
    for (;;) {
      const [a = 0, b = 0, c = 0] = bytes(3);
      const value = a * 65536 + b * 256 + c;
      if (value < 16777216 - (16777216 % limit)) return value % limit;
    }
  };
  return { seed, bytes, below };
}

export function pick<T>(source: RandomSource, choices: readonly T[]): T {
  const choice = choices[source.below(choices.length)];
  if (choice === undefined) throw new RangeError("nothing to pick from");
  return choice;
}

export function text(source: RandomSource, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(source.below(alphabet.length))).join("");
}
