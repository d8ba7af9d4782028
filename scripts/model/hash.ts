/** Prints a line of `published.txt` for each value on standard input, which keeps it out of history. */
import { createHash } from "node:crypto";
import { createInterface } from "node:readline";
import { publishedBytes } from "../../src/core/secret/published.ts";

for await (const value of createInterface({ input: process.stdin })) {
  const bytes = publishedBytes(value);
  const hash = createHash("sha256")
    .update(bytes ?? value)
    .digest("hex");
  console.log(hash, bytes ? "bytes" : "text", "where it is printed");
}
