/** True for files that hold environment variables: `.env`, `.env.*`, `*.env`, `.envrc`, `.dev.vars`. */
export function isEnvFile(_path: string): boolean {
  return false;
}
