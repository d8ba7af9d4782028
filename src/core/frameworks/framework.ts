import type { SessionFacts } from "./sessionFormat.ts";

/** Facts of one auth library, as far as secrets go. */
export interface Framework {
  /** Kebab-case, the file's name in kebab-case. */
  readonly id: string;
  /** For people: "Auth.js v5 (next-auth)". */
  readonly name: string;
  /** The variable to write a secret to: `AUTH_SECRET`. */
  readonly variable: string;
  /** Every variable that can hold this library's secret, in the order in which it looks. */
  readonly variables: readonly string[];
  /** Its session tokens. */
  readonly session: SessionFacts;
  /** Those of `variables` that are kept for older projects only. */
  readonly legacyVariables: readonly string[];
  /** Names in `package.json` that tell of this library. */
  readonly packages: readonly string[];
  /** Versions of `packages` that these facts hold for; undefined for all. */
  readonly isVersion?: (major: number) => boolean;
  readonly entryPoints: readonly EntryPoint[];
  /** Those of the entry points that an app calls once, and that look for the variables themselves. */
  readonly setups: readonly ModuleNames[];
  /** Types of an options object: what is declared as one is handed to the library. */
  readonly optionTypes: readonly ModuleNames[];
  /** Modules that export providers, whose options hold a client secret; `/*` stands for any subpath. */
  readonly providerModules: readonly string[];
  /** The variable that a provider's client secret usually has: `GOOGLE` → `AUTH_GOOGLE_SECRET`. */
  readonly clientVariable: (provider: string) => string;
  /** How an exported options object is told where no import tells it. */
  readonly options: OptionsShape;
  /** How source reads the variable, where that is not `process.env.NAME`. */
  readonly environmentModule?: EnvironmentModule;
}

/** Names that certain modules export. */
export interface ModuleNames {
  /** Module specifiers; `/*` at the end stands for any subpath. */
  readonly modules: readonly string[];
  /** Exported names; `default` for the default export. */
  readonly names: readonly string[];
}

/** A function that takes a secret, in any of its arguments. */
export interface EntryPoint extends ModuleNames {
  /** Where in an argument the secret stands; `*` stands for every element or property. */
  readonly secrets: readonly OptionPath[];
  /** Where client secrets stand. */
  readonly clientSecrets: readonly OptionPath[];
  /** True where the options may be what a function returns. */
  readonly isLazy: boolean;
  /** True where the option is best left out: the library reads its variable by itself. */
  readonly readsVariable: boolean;
  /** True where the types ask for a value, not for one that may be undefined. */
  readonly isRequired: boolean;
  /** True where handing it the library's own variable says nothing new. */
  readonly isVariableRedundant: boolean;
}

export type OptionPath = readonly string[];

export interface OptionsShape {
  /** What people call such an object. */
  readonly name: RegExp;
  /** Keys of which one at least is there besides the secret. */
  readonly keys: readonly string[];
}

/** `import { name } from "module"`, then `name.VARIABLE`. */
export interface EnvironmentModule {
  readonly module: string;
  readonly name: string;
}
