const SECTION = /^\s*\[\s*([^\]]*?)\s*\]/;
const KEY = /^\s*ignorecase\s*(?:=\s*"?([^"#;]*?)"?\s*)?(?:[#;].*)?$/i;
const NO = /^(?:false|no|off|0|)$/i;

/**
 * True where a repository's `config` says that git takes names that differ in case for one
 * (`core.ignorecase`, git-config(1)), as `git init` writes it on a disk that does.
 */
export function ignoresCase(config: string): boolean {
  let isCore = false;
  let answer = false;
  for (const line of config.split(/\r?\n/)) {
    const [header = "", name] = SECTION.exec(line) ?? [];
    if (name !== undefined) isCore = name.toLowerCase() === "core";
    const found = isCore ? KEY.exec(line.slice(header.length)) : null;
    // A name alone is a yes.
    if (found) answer = !NO.test(found[1] ?? "yes");
  }
  return answer;
}

/** What names that git takes for one have in common: it knows the cases of ASCII letters alone. */
export function withoutCase(name: string): string {
  return name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
