import { readFileSync } from "node:fs";

/** Words of our trade and of people who make up secrets, the commonest first. */
export function jargon(): string[] {
  const text = readFileSync(new URL("jargon.txt", import.meta.url), "utf8");
  return text.split(/\s+/).filter((word) => word !== "");
}
