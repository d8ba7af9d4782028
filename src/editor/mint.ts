import { encodeSecret } from "../core/index.ts";
import type { Settings } from "./settings.ts";

/** A fresh secret from the platform's cryptographic random source, in the user's format. */
export function mint({ format, bytes }: Pick<Settings, "format" | "bytes">): string {
  return encodeSecret(crypto.getRandomValues(new Uint8Array(bytes)), format);
}
