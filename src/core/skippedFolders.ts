/** Folders that hold no source of the project's own: dependencies, version control, build output. */
export const SKIPPED_FOLDERS: readonly string[] = [
  "node_modules",
  "bower_components",
  ".git",
  ".hg",
  ".svn",
  ".next",
  ".nuxt",
  ".output",
  ".svelte-kit",
  ".astro",
  ".turbo",
  ".vercel",
  ".netlify",
  ".wrangler",
  ".yarn",
  ".pnpm-store",
  ".cache",
  ".parcel-cache",
  ".vscode-test",
  "dist",
  "build",
  "out",
  "coverage",
];

const SKIPPED = new Set(SKIPPED_FOLDERS);

export function isSkippedFolder(name: string): boolean {
  return SKIPPED.has(name);
}
