/** Schemes of places that secret managers and deploy tools resolve: `op://vault/item/field`. */
const SCHEMES =
  /^(?:(?:op|sm|kv|bw|infisical|doppler|bitwarden|1password|lastpass|keeper|file|env|ref|secret|secrets|pass|consul|k8s|kubernetes|gcp|awssm|keychain)(?:\+[a-z0-9]+)?:\/\/|(?:vault|ssm|arn|secretsmanager|secretmanager|secretref|aws-sm|aws-ssm|gcpsm|gcp-sm|gsm|akv|azurekeyvault|keyvault|bws|dotenvx|encrypted|sops|chamber|berglas|teller|hcv|doppler|infisical|env|file|valueFrom):)(?=\S)/i;

const FORMS: readonly RegExp[] = [
  // ${X}, ${X:-default}, ${{ secrets.X }}, $X, %X%
  /^\$\{[A-Za-z_][\w.]*(?:[:?+=-][^}]*)?\}$/,
  /^\$\{\{[^}]*\}\}$/,
  /^\$[A-Za-z_][A-Za-z0-9_]*$/,
  /^%[A-Za-z_][A-Za-z0-9_]*%$/,
  // {{ x }}, <% x %>, <%= x %>, #{x}#, __X__ of deploy templates, ((x)), @X@
  /^\{\{[^}]*\}\}$/,
  /^<%[^%]*%>$/,
  /^#\{[^}]*\}#?$/,
  /^\(\([^()]+\)\)$/,
  // Vercel's old secrets, Azure's key vault references, resource names of Google
  /^@[a-z][a-z0-9_.-]*$/,
  /^@Microsoft\.KeyVault\([^)]*\)$/i,
  /^(?:\/\/secretmanager\.googleapis\.com\/)?projects\/[^/\s]+\/secrets\/\S+$/,
  // Ansible, SOPS, Jasypt, Rails: the value is sealed here, and opened elsewhere
  /^\$ANSIBLE_VAULT;/,
  /^ENC\[.*\]$/,
  /^ENC\(.*\)$/,
  /^!(?:vault|secret|env_var|sops)\s/,
  // Docker and Kubernetes put the secret in a file
  /^\/(?:run|var\/run|etc)\/secrets\/\S+$/,
];

/** True for a value that names the place of a secret instead of being one. */
export function isReference(value: string): boolean {
  if (value.length > 4096)
    return value.startsWith("$ANSIBLE_VAULT;") || value.startsWith("encrypted:");
  return SCHEMES.test(value) || FORMS.some((form) => form.test(value));
}
