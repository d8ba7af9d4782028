import { encodeSecret } from "./generate.ts";

/** Fewer characters of a secret in a row may stand in any text: they give nothing away. */
const SHORTEST = 8;
const MASK = "•".repeat(8);

/**
 * Takes a secret out of text that somebody else printed: every piece of it of 8 characters or more,
 * as it is or as programs write it (in JSON, in a URL, in hexadecimal or base64 on its own or inside
 * something longer). For secrets of ASCII characters, at least 32, as generated ones are.
 */
export function secretMask(secret: string): (text: string) => string {
  const pieces = new Set(formsOf(secret).flatMap(piecesOf));
  return (text) => {
    let result = "";
    let shown = 0;
    for (let at = 0; at + SHORTEST <= text.length; at++) {
      if (!pieces.has(text.slice(at, at + SHORTEST))) continue;
      if (at >= shown) result += text.slice(shown, at) + MASK;
      shown = at + SHORTEST;
    }
    return result + text.slice(shown);
  };
}

function formsOf(secret: string): readonly string[] {
  const url = encodeURIComponent(secret);
  const bytes = Array.from(secret, (character) => character.charCodeAt(0));
  return [
    secret,
    url,
    url.replace(/%../g, (code) => code.toLowerCase()),
    secret.replaceAll("/", "\\/"),
    encodeSecret(Uint8Array.from(bytes), "hex"),
    // Where it stands in what was encoded decides how its bytes fall into groups of three.
    ...[0, 1, 2].flatMap((before) => {
      const padded = Uint8Array.from([...new Array<number>(before).fill(0), ...bytes]);
      return (["base64", "base64url"] as const).map((format) =>
        encodeSecret(padded, format).slice(Math.ceil((before * 8) / 6), -4),
      );
    }),
  ];
}

function piecesOf(form: string): readonly string[] {
  return Array.from({ length: Math.max(0, form.length - SHORTEST + 1) }, (_, at) =>
    form.slice(at, at + SHORTEST),
  );
}
