import { webcrypto } from "node:crypto";
import { encodeSecret } from "../../src/core/index.ts";
import { type Figure, fasterThan } from "./figure.ts";
import { measure } from "./process.ts";

const COUNT = 100_000;

/** A fresh secret, beside the program that everybody is told to run. */
export function generateFigures(): readonly Figure[] {
  const openssl = measure({ command: "openssl", args: ["rand", "-base64", "32"] }, 31);
  const peer = { name: "openssl rand -base64 32", time: openssl };
  return [fasterThan("one secret in the core", 1000, timeOfOne(), peer)];
}

/** Milliseconds, from random bytes to the text. */
function timeOfOne(): number {
  const start = performance.now();
  let length = 0;
  for (let at = 0; at < COUNT; at++) {
    length += encodeSecret(webcrypto.getRandomValues(new Uint8Array(32)), "base64").length;
  }
  const time = (performance.now() - start) / COUNT;
  if (length !== 44 * COUNT) throw new Error("a secret of another length");
  return time;
}
