/** Programs that print random values, alone or behind words that introduce them. */
const PROGRAM =
  /\b(?:openssl\s+rand|npx\s+(?:auth|@?better-auth|nanoid|uuid)|npm\s+exec|pnpm\s+dlx|bunx\s|head\s+-c|dd\s+if=|cat\s+\/dev|pwgen\s|gpg\s+--gen|ssh-keygen|python3?\s+-c|node\s+-[ep]|ruby\s+-r|php\s+-r|php\s+artisan|rails\s+secret|mix\s+phx\.gen|wrangler\s+secret)|\/dev\/u?random|\s\|\s*(?:base64|xxd|tr|head|md5sum|sha\d*sum|openssl)\b/i;

const CODE: readonly RegExp[] = [
  /\bToBase64String\s*\(|\bGet-Random\b|\bNew-Guid\b/,
  /^\$\([a-z][\w./-]*(?:\s.*)?\)$/i,
  /\brandomBytes\s*\(/i,
  /\brandomUUID\s*\(/i,
  /\bgetRandomValues\s*\(/,
  /\b(?:secrets\.token_(?:hex|urlsafe|bytes)|SecureRandom|random_bytes|os\.urandom|Math\.random)\b/,
  /\bprocess\.env\b/,
  /\bimport\.meta\.env\b/,
  /\b(?:Deno|Bun)\.env\b/,
  /\bos\.(?:environ|getenv)\b/,
  /\bBuffer\.(?:from|alloc)\s*\(/,
  /\.toString\s*\(/,
  /^(?:uuidv?4?|nanoid|crypto)\s*(?:\.\w+\s*)?\(/,
  /^(?:npx|pnpm|yarn|bunx|node|bash|sh|sudo|echo|export|curl|python3?)\s+\S/,
  // Tools that print a kept secret, with what they are told to do: "pass the salt" is a sentence.
  /^(?:op\s+(?:read|item\s+get)|aws\s+(?:secretsmanager|ssm|kms)|gcloud\s+secrets|az\s+keyvault|vault\s+(?:kv\s+get|read)|pass\s+show|doppler\s+secrets|bw\s+get|security\s+find-generic-password)\s+\S/,
  /^(?:bun\s+x|npm\s+run|go\s+run|deno\s+run|(?:perl|ruby)\s+-\w+)\s+\S/,
];

/** Longer values are no commands that someone pasted by mistake. */
const LONGEST = 1000;

/** Nothing but the signs of a name or an encoding: no command but this one is written so. */
const NAME = /^[\w+/=-]*$/;
const NAMED_COMMAND = /^openssl[-_]rand/i;

/** True for a shell command or code: the program gets its text, not its output. */
export function isCommand(value: string): boolean {
  if (value.length > LONGEST) return false;
  if (NAME.test(value)) return NAMED_COMMAND.test(value) || value === "uuidgen";
  return PROGRAM.test(value) || NAMED_COMMAND.test(value) || CODE.some((form) => form.test(value));
}
