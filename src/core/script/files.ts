const SCRIPT_FILE = /\.[cm]?[jt]sx?$/;

/** True for TypeScript and JavaScript files, by their name. */
export function isScriptFile(path: string): boolean {
  return SCRIPT_FILE.test(path) && !/\.d\.[cm]?ts$/.test(path);
}

/** True for files whose secrets never leave a developer's machine: tests, fixtures, stories … */
export function isTestFile(path: string): boolean {
  return /\.(test|spec|stories)\.[cm]?[jt]sx?$/.test(path);
}
