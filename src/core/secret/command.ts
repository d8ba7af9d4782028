/** Programs that print random values, at the start or anywhere behind words that introduce them. */
const PROGRAM =
  /\b(?:openssl[\s_-]+rand|npx[\s]+(?:auth|@?better-auth|nanoid|uuid)|npm[\s]+exec|pnpm[\s]+dlx|bunx|head[\s]+-c|dd[\s]+if=|cat[\s]+\/dev|pwgen[\s]+-|uuidgen|gpg[\s]+--gen|ssh-keygen|python3?[\s]+-c|node[\s]+-[ep]|ruby[\s]+-r|php[\s]+-r|php[\s]+artisan|rails[\s]+secret|mix[\s]+phx\.gen|wrangler[\s]+secret|\/dev\/u?random|\|[\s]*(?:base64|xxd|tr|head|sha256sum))/i;

const CODE: readonly RegExp[] = [
  /^\$\(/,
  /^`[^`]*`$/,
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
];

/** Longer values are no commands that someone pasted by mistake. */
const LONGEST = 1000;

/** True for a shell command or code: the program gets its text, not its output. */
export function isCommand(value: string): boolean {
  return value.length <= LONGEST && (PROGRAM.test(value) || CODE.some((form) => form.test(value)));
}
