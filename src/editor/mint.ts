import { encodeSecret } from "../core/index.ts";
import type { Settings } from "./settings.ts";

/**
 * A fresh secret from the platform's cryptographic random source, in the user's format, and never
 * with fewer bits than the user's own rules ask for.
 */
export function mint({ format, bytes, minimumBits }: Settings): string {
  const length = Math.max(bytes, Math.ceil(minimumBits / 8));
  return encodeSecret(crypto.getRandomValues(new Uint8Array(length)), format);
}
