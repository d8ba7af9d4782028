/** Programs that print random values, alone or behind words that introduce them. */
const PROGRAM =
  /\b(?:openssl\s+(?:rand|gen\w+|dgst|enc|passwd)|npx\s+(?:auth|@?better-auth|nanoid|uuid)|npm\s+exec|(?:pnpm|yarn)\s+dlx|pnpm\s+exec|bunx\s|head\s+-c|dd\s+if=|cat\s+\/dev|pwgen\s|gpg\s+--gen|ssh-keygen|python3?\s+-[cm]|node\s+-[ep]|ruby\s+-[er]|php\s+-r|php\s+artisan|mix\s+phx\.gen|wrangler\s+secret)|\brails\s+secret$|\/dev\/u?random|\s\|\s*(?:base64|xxd|tr|head|md5sum|sha\d*sum|openssl)\b/i;

/** Shells and tools whose names are words as well: only what a shell reads as more tells. */
const TOOL =
  /^(?:LC_\w+=\S+\s+)?(?:apg|aws|az|base64|bash|bun|cargo|cat|curl|date|deno|docker|doppler|echo|export|flyctl?|gcloud|go|gpg|head|heroku|hexdump|infisical|kubectl|make|netlify|node|npm|od|op|openssl|perl|php|pnpm|printf|py|python3?|railway|ruby|sh|sudo|supabase|tail|tr|vault|vercel|wget|xxd|yarn|zsh)\s+/;
const SHELL =
  /\s--?[a-z ]|[|<>$`"'=]|:\/\/|(?:^|\s)\.{0,2}\/\w|\s\S+\.(?:[jt]s|mjs|go|py|rb|sh|txt)\b/i;

/** What some tools are told to do, in words that no sentence has in this order. */
const ORDERS: readonly RegExp[] = [
  /^(?:npx|bunx|bun\s+x)\s+\S/,
  /^(?:npm|pnpm|yarn|bun)\s+run\s+[\w:.-]+$/,
  /^(?:yarn|make|rake|just|task|(?:bin\/)?rails)\s+(?:[\w-]+:)?(?:secret|gen(?:erate)?(?:[:-]\w+)*)$/,
  /^(?:op\s+(?:read|item\s+get)|aws\s+(?:secretsmanager|ssm|kms)|gcloud\s+secrets|az\s+keyvault|vault\s+(?:kv\s+get|read)|pass\s+show|(?:doppler|infisical|flyctl|fly)\s+secrets|bw\s+get|security\s+find-generic-password|kubectl\s+get|heroku\s+config|vercel\s+env)\b./,
];

const CODE: readonly RegExp[] = [
  /\bToBase64String\s*\(|\bGet-Random\s|\bNewGuid\s*\(|::GeneratePassword\b/,
  /^\$\([a-z][\w./-]*(?:\s.*)?\)$/i,
  /\brandomBytes\s*\(/i,
  /\brandomUUID\s*\(/i,
  /\bgetRandomValues\s*\(/,
  /\b(?:secrets\.token_(?:hex|urlsafe|bytes)|SecureRandom|random_bytes|os\.urandom|Math\.random)\b/,
  /\bprocess\.env\b/,
  /\bimport\.meta\.env\b/,
  /\b(?:Deno|Bun)\.env\b/,
  /\b(?:os\.environ|getenv)\b|\bENV(?:\[["']|\.fetch\b)/,
  /\bBuffer\.(?:from|alloc)\s*\(/,
  /\.toString\s*\(/,
  /^(?:uuidv?\d?|nanoid|crypto|btoa|bin2hex)\s*(?:\.\w+\s*)?\(/,
  /^(?:env|config)\(["']/,
  // A call of a method: Date.now(), str(uuid.uuid4()), "a".repeat(32)
  /^(?:new\s+[A-Z]\w*\(|["'][^"']*["']\.\w+\(\w*\)|(?:Array|String)\(\d)/,
  /^[A-Za-z_]\w*(?:\(\w+)?\.[A-Za-z_]\w*\(\)+(?:\.\w+\([^()]*\))*$/,
];

/** Longer values are no commands that someone pasted by mistake. */
const LONGEST = 1000;

/** Nothing but the signs of a name or an encoding: no commands but these are written so. */
const NAME = /^[\w+/=-]*$/;
const NAMED_COMMAND = /^(?:openssl[-_]rand|(?:uuidgen|New-Guid|Get-Random)$)/i;

/** True for a shell command or code: the program gets its text, not its output. */
export function isCommand(value: string): boolean {
  if (value.length > LONGEST) return false;
  if (NAME.test(value)) return NAMED_COMMAND.test(value);
  if (PROGRAM.test(value) || NAMED_COMMAND.test(value)) return true;
  const tool = TOOL.exec(value)?.[0];
  if (tool !== undefined && SHELL.test(value.slice(tool.length - 1))) return true;
  return ORDERS.some((form) => form.test(value)) || CODE.some((form) => form.test(value));
}
