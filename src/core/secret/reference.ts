import { explain } from "./explain/explain.ts";

/** Places that secret managers and deploy tools resolve: `op://vault/item/field`, `vault:path#key`. */
const SCHEMES = [
  /^(?!https?:|wss?:|ftps?:|smtps?:|postgres|mysql|mongodb|redis)[a-z0-9][a-z0-9+.-]*:\/\/\S/i,
  /^https:\/\/[\w-]+\.vault\.azure\.(?:net|cn)\/\S/i,
  /^(?:gcp:secretmanager:|op:[\w -]+\/)\S/i,
  /^(?:vault|ssm|arn|secrets?|secretsmanager|secretmanager|secretref|aws-sm|aws-ssm|gcpsm|gcp-sm|gsm|akv|azurekeyvault|keyvault|bws|dotenvx|keychain|phase|fnox|kms|k8s|kubernetes|secretKeyRef|encrypted|enc|sops|chamber|berglas|teller|hcv|akeyless|conjur|doppler|infisical|env|file|valueFrom):\S/i,
];

/** Resource names of Google's, and files that Docker and Kubernetes put a secret in. */
const PATHS =
  /^(?:(?:\/\/secretmanager\.googleapis\.com\/)?projects\/[^/\s]+\/secrets\/\S+|\/(?:run|var\/run|etc|mnt)\/(?:secrets?(?:-store|\.d)?|credentials|agenix|keys)\/\S+)$/;

const FORMS: readonly RegExp[] = [
  // ${A}-${B}: loaders put variables in anywhere, so what the program gets is not to be seen here.
  // Among the signs of words and paths only: two dozen random signs hold `${AB}` now and then.
  /^[\w./:@ -]*\$\{[A-Z_][A-Z0-9_]{2,}(?:[:?+=-][^{}]*)?\}[\w./:@ ${}-]*$/,
  /^(?:\$\{[A-Za-z_]\w*(?:[:?+=-][^{}]*)?\}){1,8}$/,
  /^"?(?:\$[A-Z_][A-Z0-9_]*){2,}"?$/,
  // ${X.y}, ${{ secrets.X }}, $X, $env:X, $secret:x, $(X), %X%
  /^\$\{[A-Za-z_][\w.]*(?:[(:?+=-][^}]*)?\}$/,
  /^\$\{\{[^}]*\}\}$/,
  /^\$(?:env:|secret:)?(?:[A-Z_][A-Z0-9_]*|[a-z_][a-z0-9_]*)$/,
  /^\$\([A-Z_][A-Z0-9_]*\)$/,
  /^%(?:[A-Z_][A-Z0-9_]*|[a-z_]+)%$/,
  /^%\([A-Za-z_]\w*\)s$/,
  // Supabase's and Symfony's
  /^env\([A-Z_][A-Z0-9_]*\)$/,
  /^%env\([^()]+\)%$/,
  // {{ x }}, <% x %>, <%= x %>, #{x}#, __X__ of deploy templates, ((x)), @X@
  /^\{\{.*\}\}$/s,
  /^<%[^%]*%>$/,
  /^#\{[A-Za-z_][\w.]*(?:[[(][^{}]*)?\}#?$/,
  /^\(\([^()]+\)\)$/,
  // Vercel's old secrets, Azure's key vault references
  /^@[a-z][a-z0-9_.-]*$/,
  /^@Microsoft\.KeyVault\([^)]*\)$/i,
  // Ansible, SOPS, Jasypt, Rails: the value is sealed here, and opened elsewhere
  /^\$ANSIBLE_VAULT;/,
  /^ENC\[.*\]$/,
  /^ENC\(.*\)$/,
  /^!(?:vault|secret|env_var|sops|Ref|Sub|GetAtt|ImportValue)\s/,
  // CloudFormation
  /^Fn::[A-Z]\w+/,
];

/** Nothing but the signs of the usual encodings and names: only paths are written so. */
const NAME = /^[\w+/=-]*$/;
const LONGEST = 4096;

/** True for a value that names the place of a secret instead of being one. */
export function isReference(value: string): boolean {
  if (value.length > LONGEST) return /^(?:\$ANSIBLE_VAULT;|encrypted:)/.test(value);
  if (NAME.test(value)) return PATHS.test(value);
  if (isLeet(value)) return false;
  return isNested(value) || [PATHS, ...SCHEMES, ...FORMS].some((form) => form.test(value));
}

/** `${A:-${B:-c}}`: a variable whose default is another one, from the first character to the last. */
function isNested(value: string): boolean {
  if (!/^\$\{[A-Za-z_]\w*[:?+=-]/.test(value) || !value.endsWith("}")) return false;
  let depth = 0;
  for (let at = 1; at < value.length; at++) {
    if (value[at] === "{") depth++;
    else if (value[at] === "}") depth--;
    if (depth === 0 && at + 1 < value.length) return false;
  }
  return depth === 0;
}

/** `$ecret`: the dollar is an s where that makes a word and the rest alone is none. */
function isLeet(value: string): boolean {
  if (!/^\$[a-z][a-z0-9_]*$/.test(value)) return false;
  const name = value.slice(1);
  return explain(`s${name}`).bits < explain(name).bits;
}
