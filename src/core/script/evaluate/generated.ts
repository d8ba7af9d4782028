import { valueOfString } from "../strings.ts";
import { type SyntaxNode, textOf } from "../syntax.ts";
import { referenceOf } from "./imports.ts";
import type { Place } from "./origin.ts";

/** Functions by their last name that give something else at each call. */
const GENERATORS = new Set(
  (
    "randomBytes pseudoRandomBytes randomUUID randomInt getRandomValues generateKeySync nanoid " +
    "uuid uuidv1 uuidv4 uuidv6 uuidv7 cuid createId ulid genSaltSync generateRandomString randomString " +
    "cryptoRandomString generateId"
  ).split(" "),
);

/** Names that only mean chance when they come from these modules. */
const MODULE_GENERATORS: Readonly<Record<string, RegExp>> = {
  uuid: /^(v[1467]|default|\*)$/,
  nanoid: /./,
  "nanoid/non-secure": /./,
  "@paralleldrive/cuid2": /./,
  cuid: /./,
  ulid: /./,
  "crypto-random-string": /./,
  randomstring: /./,
  "better-auth/crypto": /^generateRandomString$/,
};

/** True for a call whose result differs from one process to the next. */
export function isGenerator(call: Place, callee: SyntaxNode, args: readonly Place[]): boolean {
  const { module } = call;
  const text = textOf(module, callee).trim();
  if (/^(Math\.random|Date\.now|performance\.now|process\.hrtime)$/.test(text)) return true;
  const reference = referenceOf(module, callee);
  if (reference !== undefined) {
    const pattern = MODULE_GENERATORS[reference.module];
    if (pattern?.test(reference.name)) return true;
  }
  const name = (reference?.name ?? text).split(/[.?]+/).at(-1) ?? "";
  if (/^exec(File)?Sync$/.test(name)) return /\brand\b|urandom|uuidgen/.test(commandOf(args));
  return GENERATORS.has(name) && (reference !== undefined || text.includes(".") || name === text);
}

function commandOf(args: readonly Place[]): string {
  return args
    .map(({ module, node }) => textOf(module, node))
    .map((text) => valueOfString(text) ?? text)
    .join(" ");
}
