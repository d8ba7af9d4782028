import { parseEntries } from "../../dotenv/parse.ts";
import type { Reader } from "../loader.ts";

/** dotenv 16–18 (18.0.10 in the tests): nothing in a value stands for anything else. */
export const dotenvReader: Reader = { read: readDotenv };

export function readDotenv(text: string): Map<string, string> {
  return new Map(parseEntries(text).map(({ key, value }) => [key, value]));
}
