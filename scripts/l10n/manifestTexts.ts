/** English by key, as in package.nls.json. */
export type Texts = Readonly<Record<string, string>>;

/** Parts of a place in the manifest that tell nothing. */
const LEVELS = new Set(["contributes", "properties"]);

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Properties of the manifest that people read; a string in any other place is an id or a pattern. */
const READ = new Set([
  "title",
  "description",
  "markdownDescription",
  "deprecationMessage",
  "shortTitle",
  "enumDescriptions",
  "markdownEnumDescriptions",
  "enumItemLabels",
  "altText",
]);

/**
 * The manifest with a key in place of every text that people read, and the texts by key. A key that
 * stands there already stays.
 */
export function withKeys(manifest: Json): { readonly manifest: Json; readonly texts: Texts } {
  const texts: Record<string, string> = {};
  const keyed = (value: Json, path: readonly string[], isRead: boolean): Json => {
    if (typeof value === "string") {
      if (!isRead || /^%.+%$/.test(value)) return value;
      const key = path.filter((level) => !LEVELS.has(level)).join(".");
      texts[key] = value;
      return `%${key}%`;
    }
    if (Array.isArray(value)) {
      return value.map((each: Json, index) => keyed(each, [...path, nameOf(each, index)], isRead));
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        keyed(each, [...path, shortened(name)], READ.has(name)),
      ]),
    );
  };
  return { manifest: keyed(manifest, [], false), texts };
}

/** What tells an element from its neighbours: its id where it has one. */
function nameOf(value: Json, index: number): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return String(index);
  const { command, id } = value as Readonly<Record<string, Json>>;
  return shortened(String(command ?? id ?? index));
}

/** Our own prefix says nothing among our own keys. */
function shortened(name: string): string {
  return name.replace(/^authSecret\./, "");
}

/** The manifest as people read it who have English. */
export function inEnglish<Manifest>(manifest: Manifest, texts: Texts): Manifest {
  return JSON.parse(
    JSON.stringify(manifest, (_, value) => {
      const key = typeof value === "string" ? /^%(.+)%$/.exec(value)?.[1] : undefined;
      return key === undefined ? value : (texts[key] ?? value);
    }),
  );
}
