/** Characters of a secret that tell of it: as many as nobody would write by chance. */
const PIECE = 12;

/** Characters by which a piece is looked up: texts are long, and pieces many. */
const HEAD = 6;

/** The secrets of which a text holds a piece, as it is or in an encoding: none if they are kept. */
export function piecesIn(text: string, secrets: readonly string[]): readonly string[] {
  return pieceFinder(secrets)(text);
}

/** The same for many texts. */
export function pieceFinder(secrets: readonly string[]): (text: string) => readonly string[] {
  const byHead = new Map<string, Map<string, string>>();
  for (const secret of secrets) {
    for (const piece of piecesOf(secret)) {
      const head = piece.slice(0, HEAD);
      const alike = byHead.get(head) ?? new Map<string, string>();
      byHead.set(head, alike.set(piece, secret));
    }
  }
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at + PIECE <= text.length; at++) {
      for (const [piece, secret] of byHead.get(text.slice(at, at + HEAD)) ?? []) {
        if (text.startsWith(piece, at)) found.add(secret);
      }
    }
    return [...found];
  };
}

const hex = (text: string) => bytesOf(text).map(twoDigits).join("");

/** The ways in which logs, addresses and stores write a text. */
export const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  json: (text) => JSON.stringify(text).slice(1, -1),
  "json in json": (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  uri: encodeURIComponent,
  percent: (text) =>
    bytesOf(text)
      .map((byte) => `%${twoDigits(byte).toUpperCase()}`)
      .join(""),
  hex,
  "hex in capitals": (text) => hex(text).toUpperCase(),
  "unicode escapes": (text) =>
    bytesOf(text)
      .map((byte) => `\\u00${twoDigits(byte)}`)
      .join(""),
  "two bytes a character": (text) =>
    bytesOf(text)
      .map((byte) => `${String.fromCharCode(byte)}\0`)
      .join(""),
};

function piecesOf(secret: string): readonly string[] {
  const starts = Array.from({ length: secret.length - PIECE + 1 }, (_, start) => start);
  return starts.flatMap((start) => {
    const piece = secret.slice(start, start + PIECE);
    // Three bytes make four characters: whatever stands before, some piece begins with such a group.
    const base64 = btoa(piece);
    return [
      ...Object.values(ENCODINGS).map((encode) => encode(piece)),
      base64,
      base64.replaceAll("+", "-").replaceAll("/", "_"),
    ];
  });
}

function bytesOf(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)];
}

function twoDigits(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}
