import { once } from "node:events";
import { createInterface } from "node:readline";
import { format, judge } from "../core/index.ts";
import { oneOf, readArguments } from "./usageError.ts";

/** Verdicts are written in pieces of about this many characters. */
const PIECE = 1 << 16;

/** Judges the values on standard input, one a line, and prints a verdict a line. */
export async function judgeInput(args: string[]): Promise<number> {
  const { values } = readArguments({
    args,
    options: { format: { type: "string", default: "text" } },
  });
  const print = oneOf("--format", values.format, ["text", "json"]) === "json" ? asJson : asText;
  let pending = "";
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    pending += `${print(line)}\n`;
    if (pending.length < PIECE) continue;
    await write(pending);
    pending = "";
  }
  await write(pending);
  return 0;
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

function asText(value: string): string {
  return judge(value).kind;
}

function asJson(value: string): string {
  const { kind, bits, encoding, bytes, reasons } = judge(value);
  return JSON.stringify({
    verdict: kind,
    bits,
    encoding,
    bytes,
    reasons: reasons.map((reason) => format(reason)),
  });
}
