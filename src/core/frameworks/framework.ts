import type { Message } from "../message.ts";
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
  /** What becomes of sessions and data when the secret is replaced. */
  readonly rotation: RotationFacts;
  /** How it picks one of several variables that are set, and which similar ones it never reads. */
  readonly lookup: VariableLookup;
  /** The address under which an app is reached, where an earlier version had another name for it. */
  readonly renamedUrl?: RenamedUrl;
  /** The files of a first set-up, in the order in which a person would write them. */
  readonly starters: readonly StarterFile[];
}

/** What a new secret ends, and how that can be softened. */
export interface RotationFacts {
  /** True where the `secret` option takes a list: the first one signs, all are tried on what comes in. */
  readonly takesList: boolean;
  /** Variables that are read together where the option is left out, the oldest first. */
  readonly numbered: readonly string[];
  /**
   * The variable that lists `version:secret`, the newest first: what the others encrypted stays
   * readable, but sessions are checked with the first one alone. Undefined where there is none.
   */
  readonly versions: string | undefined;
  /** Where the options tell of sessions; undefined where all of them need the secret. */
  readonly sessions: SessionOptions | undefined;
  /** What is lost besides sessions: where the old secret is kept beside the new one, and where not. */
  readonly losses: { readonly kept: Message; readonly replaced: Message };
  /** Code to write by hand by which sessions outlast their secret, where no setting does that. */
  readonly retry?: (variables: RotatedVariables, isTypeScript: boolean) => string;
}

/** Sessions are kept in a database where there is an adapter, unless a strategy says otherwise. */
interface SessionOptions {
  readonly adapter: OptionPath;
  readonly strategy: OptionPath;
  readonly maxAge: OptionPath;
  /** Seconds that a session lasts where the options do not say. */
  readonly defaultMaxAge: number;
}

/** A secret's variable, and the one that its predecessor is kept in. */
export interface RotatedVariables {
  readonly variable: string;
  readonly old: string;
}

/** A source file that a new project needs. Its text is good TypeScript and good JavaScript. */
export interface StarterFile {
  /** Without its ending, from the source folder on: `app/api/auth/[...nextauth]/route`. */
  readonly path: string;
  /** Other places where people keep the same. */
  readonly instead: readonly string[];
  /** The source folder where it is always the same one; else `src` where there is one. */
  readonly folder?: string;
  /** The package that the project has to name, besides the library's own. */
  readonly needs?: string;
  readonly text: string;
}

export interface VariableLookup {
  /** Names of one and the same secret: the first that is set is taken. */
  readonly names: readonly string[];
  /** True where a variable that is set to nothing hides the ones behind it. */
  readonly isEmptyTaken: boolean;
  /** Read only where none of `names` has a value. */
  readonly lastResort: readonly string[];
  /** What looks like one of its variables and is never read; undefined where nothing is known. */
  readonly neverRead: RegExp | undefined;
  /** What else is to be known where several of `names` are set: "since 4.24.10". */
  readonly since?: Readonly<Record<string, string>>;
}

export interface RenamedUrl {
  /** The name of the earlier version: `NEXTAUTH_URL`. */
  readonly legacy: string;
  readonly variable: string;
  /** Variables and options of which one makes a production server trust its address. */
  readonly trust: readonly string[];
  /** Where the server trusts its address by itself, for people. */
  readonly trustingHosts: string;
  /** What the library says elsewhere: the name of its error. */
  readonly error: string;
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
