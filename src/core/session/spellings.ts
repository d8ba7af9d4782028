import { type Message, message } from "../message.ts";
import { decodeBase64, decodeHex } from "../secret/decode.ts";
import { encodeSecret, MINIMUM_BYTES } from "../secret/generate.ts";

/** A value as something between the file and the program may have changed it. */
export interface Spelling {
  readonly value: string;
  /** What was done to it, for people: "in quotes". */
  readonly difference: Message;
}

/** No secret is longer, and each spelling of one is tried on the token. */
const LONGEST = 4096;

/**
 * What a value becomes under loaders that read files otherwise, and in the hands of people who copy
 * it. To the libraries each is another secret. `written` is what stands on the value's line.
 */
export function spellingsOf(value: string, written: string): readonly Spelling[] {
  if (Math.max(value.length, written.length) > LONGEST) return [];
  const seen = new Set([value, ""]);
  return [...asLoaded(value, written), ...asCopied(value), ...asRecoded(value)].filter(
    (spelling) => !seen.has(spelling.value) && seen.add(spelling.value) !== undefined,
  );
}

function asLoaded(value: string, written: string): readonly Spelling[] {
  const end = written.trimEnd();
  return [
    // `docker run --env-file` takes a line as it stands.
    {
      value: end,
      difference: end.includes("#")
        ? message("with the comment behind it")
        : message("with its quotes"),
    },
    { value: written, difference: message("with the blanks at the end of its line") },
    // @next/env 16 and Vite 8 expand variables, which are mostly not set.
    { value: expanded(value), difference: message("without what follows a $") },
    { value: value.split("#")[0] ?? "", difference: message("cut off at the #") },
    { value: value.replaceAll("\\n", "\n"), difference: message("with \\n as a line break") },
  ];
}

function expanded(value: string): string {
  return value.replace(/(^|[^\\])\$(?:\{[^}]*\}|\w+)/g, "$1").replaceAll("\\$", "$");
}

function asCopied(value: string): readonly Spelling[] {
  const unquoted = value.replace(/^(["'`])(.*)\1$/s, "$2");
  return [
    { value: `${value}\n`, difference: message("with a line break at its end") },
    { value: `${value}\r`, difference: message("with a carriage return at its end") },
    { value: `${value}\r\n`, difference: message("with a Windows line break at its end") },
    { value: `${value} `, difference: message("with a blank at its end") },
    { value: ` ${value}`, difference: message("with a blank before it") },
    { value: value.trim(), difference: message("without the blanks around it") },
    { value: `"${value}"`, difference: message("in double quotes") },
    { value: `'${value}'`, difference: message("in single quotes") },
    { value: unquoted, difference: message("without its quotes") },
    { value: `\uFEFF${value}`, difference: message("with a byte order mark before it") },
    { value: value.replace(/=+$/, ""), difference: message("without the = at its end") },
    { value: `${value}=`, difference: message("with a = at its end") },
  ];
}

function asRecoded(value: string): readonly Spelling[] {
  const isHex = /^[0-9a-f]+$/i.test(value);
  const bytes = isHex ? decodeHex(value) : decodeBase64(value);
  if (bytes === undefined || bytes.length < MINIMUM_BYTES) return [];
  return [
    { value: encodeSecret(bytes, "base64"), difference: message("written in base64") },
    { value: encodeSecret(bytes, "base64url"), difference: message("written in base64url") },
    { value: encodeSecret(bytes, "hex"), difference: message("written in hexadecimal") },
  ];
}
