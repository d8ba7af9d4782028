import { publishedBytes } from "./published.ts";

/** True for an encoding of bytes that count: 0, 1, 2 …, by any step; random ones never do. */
export function isCounting(value: string): boolean {
  const bytes = publishedBytes(value);
  if (bytes === undefined) return false;
  const step = (at: number) => ((bytes[at] ?? 0) - (bytes[at - 1] ?? 0)) & 255;
  for (let at = 2; at < bytes.length; at++) if (step(at) !== step(1)) return false;
  return true;
}
