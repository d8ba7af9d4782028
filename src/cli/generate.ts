import { webcrypto } from "node:crypto";
import { encodeSecret, MINIMUM_BYTES } from "../core/index.ts";
import { oneOf, readArguments, UsageError } from "./usageError.ts";

/** Prints a fresh secret. */
export async function generate(args: string[]): Promise<number> {
  const { values } = readArguments({
    args,
    options: {
      format: { type: "string", default: "base64" },
      bytes: { type: "string", default: String(MINIMUM_BYTES) },
    },
  });
  const format = oneOf("--format", values.format, ["base64", "base64url", "hex"]);
  const count = Number(values.bytes);
  if (!Number.isInteger(count) || count < MINIMUM_BYTES || count > 1024) {
    throw new UsageError(`--bytes is a whole number from ${MINIMUM_BYTES} to 1024`);
  }
  const bytes = webcrypto.getRandomValues(new Uint8Array(count));
  process.stdout.write(`${encodeSecret(bytes, format)}\n`);
  return 0;
}
