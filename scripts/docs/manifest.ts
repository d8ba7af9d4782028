import { rules } from "../../src/core/index.ts";
import type { Texts } from "../l10n/manifestTexts.ts";

/** The parts of package.json that tables are made from, or that are made from the rules. */
export interface Manifest {
  readonly contributes: {
    readonly commands: readonly ManifestCommand[];
    readonly configuration: { readonly properties: Readonly<Record<string, ManifestSetting>> };
  };
}

interface ManifestCommand {
  readonly command: string;
  readonly title: string;
  readonly category: string;
}

interface ManifestSetting {
  readonly type: string;
  readonly default: unknown;
  readonly markdownDescription: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

const RULES = "authSecret.rules";

/** The manifest with one property for each rule in the setting that gives rules a severity. */
export function settingsSchema(manifest: Manifest): Manifest {
  const { configuration } = manifest.contributes;
  const setting = configuration.properties[RULES];
  if (!setting) throw new Error(`package.json has no setting ${RULES}`);
  const properties = Object.fromEntries(
    rules.map(({ id, defaultSeverity }) => [
      id,
      {
        type: "string",
        enum: ["error", "warning", "information", "hint", "off"],
        default: defaultSeverity,
        description: `%${keyOf(id)}%`,
      },
    ]),
  );
  return {
    ...manifest,
    contributes: {
      ...manifest.contributes,
      configuration: {
        ...configuration,
        properties: { ...configuration.properties, [RULES]: { ...setting, properties } },
      },
    },
  };
}

/** Where package.nls.json has a rule's title. */
function keyOf(id: string): string {
  return `rule.${id}`;
}

/** The manifest's texts with the title of each rule, in the order of their keys. */
export function withRuleTitles(texts: Texts): Texts {
  const others = Object.entries(texts).filter(([key]) => !key.startsWith(keyOf("")));
  const titles = rules.map(({ id, title }) => [keyOf(id), title] as const);
  return Object.fromEntries([...others, ...titles].sort(([a], [b]) => (a < b ? -1 : 1)));
}
