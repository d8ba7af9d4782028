import type { Span, TextEdit } from "../edit.ts";
import type { Message } from "../message.ts";
import type { Instruction, Word } from "./syntax/dockerfile.ts";
import type { ConfigNode, MapNode, PairNode, ScalarNode } from "./syntax/node.ts";

/** A configuration file that is meant to be committed, with the variables that it sets. */
export interface ConfigFile {
  /** Workspace-relative path with `/`. */
  readonly path: string;
  readonly text: string;
  readonly kind: ConfigKind;
  /** In the order of the file. */
  readonly entries: readonly ConfigEntry[];
}

/** An environment variable that a configuration file sets. */
export interface ConfigEntry {
  readonly name: string;
  readonly nameSpan: Span;
  /** What the program gets, as far as the file tells: without quotes, escapes resolved, decoded. */
  readonly value: string;
  /** The value's text without its quotes. */
  readonly span: Span;
  /** True where only a build or a test run gets the value: no session is ever signed with it. */
  readonly isBuildOnly: boolean;
  readonly origin: EntryOrigin;
}

/** Where an entry stands, as far as rewriting it asks for that. */
type EntryOrigin = NodeOrigin | CommandOrigin | InstructionOrigin;

/** A value of a map or a list. */
export interface NodeOrigin {
  readonly form: "node";
  readonly root: ConfigNode;
  readonly scalar: ScalarNode;
  /** What the scalar holds before the value: `AUTH_SECRET=` in a list. */
  readonly prefix: string;
  /** The pair that is the entry, and its map; undefined for an item of a list. */
  readonly pair: PairNode | undefined;
  readonly map: MapNode | undefined;
  /** True among brackets and commas. */
  readonly isFlow: boolean;
}

/** An assignment in front of a command. */
interface CommandOrigin {
  readonly form: "command";
  /** What to take out so that the command runs without it; undefined where that is not known. */
  readonly removal: Span | undefined;
}

/** A word of a Dockerfile's instruction. */
export interface InstructionOrigin {
  readonly form: "instruction";
  readonly instruction: Instruction;
  readonly word: Word;
  /** True where the instruction sets nothing else. */
  readonly isAlone: boolean;
}

/** What to do about a secret in a file of some kind. */
export interface Remedy {
  readonly title: Message;
  /** What else is owed: where the secret is to be set now. */
  readonly notice: Message;
  readonly edits: readonly TextEdit[];
  /** The variable that is read instead, and the env file that a fresh secret for it goes to. */
  readonly store?: Store;
}

export interface Store {
  readonly variable: string;
  /** `beside`: the `.env` in the file's own folder; `local`: the project's `.env.local`. */
  readonly place: "beside" | "local";
}

/** Facts of one kind of configuration file. */
export interface ConfigKind {
  /** Kebab-case, the file's name in kebab-case. */
  readonly id: string;
  /** For people: "a compose file". */
  readonly title: Message;
  /** By the path alone; what decides by the text too is left to `read`. */
  isFile(path: string): boolean;
  /** Every variable that the file sets, the secret ones among them. Never throws. */
  read(path: string, text: string): readonly ConfigEntry[];
  /** True where `${X:-default}` is replaced before the program gets the value. */
  readonly interpolates: boolean;
  /**
   * The value that fails where the variable is not set; undefined for a kind that knows none, or that
   * does not hand on an empty text for `${X}`.
   */
  readonly guarded?: (variable: string) => string;
  remedy(entry: ConfigEntry, text: string): Remedy | undefined;
}
