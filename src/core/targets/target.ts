import type { Message } from "../message.ts";

/** Facts of one place that apps are deployed to, as far as setting a secret there goes. */
export interface DeployTarget {
  /** Kebab-case, the file's name in kebab-case. */
  readonly id: string;
  /** For people: "GitHub Actions". */
  readonly name: string;
  /** A file or folder that tells of the target, by its path from the folder that it is for. */
  readonly marker: RegExp;
  /** Where it keeps values apart, the most wanted first; none where what the project is linked to decides. */
  readonly environments: readonly string[];
  readonly delivery: Delivery;
  /** Where a person sets the variable by hand. */
  readonly dashboard: string;
  /** What has to happen before an app runs with the new value. */
  readonly next: Message;
  /** The command that does it, where there is one for every project. */
  readonly nextCommand?: string;
}

/** How a secret gets there without standing in a command line, a shell's history or a file. */
type Delivery = ToolDelivery | ByHandDelivery | ComposeDelivery;

/** The target's own command line tool reads it from standard input. */
export interface ToolDelivery {
  readonly kind: "tool";
  /** Names of the program, the one to look for first in front. */
  readonly programs: readonly string[];
  /** Arguments without the value, which they can never hold: they are not told of it. */
  args(variable: string, environment: string | undefined): readonly string[];
  /** All that is written to standard input, at once. */
  input(variable: string, value: string): string;
  readonly fallbacks: readonly Fallback[];
  /** What it prints when the value is stored, for a tool that may end with 0 all the same. */
  readonly success?: RegExp;
  /** What a person types; the tool then waits for the value. */
  byHand(variable: string, environment: string | undefined): string;
}

/** Other arguments, for when the tool refused the first and nothing was stored. */
interface Fallback {
  /** What the tool prints in that case. */
  readonly when: RegExp;
  /** True where a value that is in use goes: to be asked for first. */
  readonly replaces: boolean;
  args(variable: string, environment: string | undefined): readonly string[];
}

/** No tool takes a value without showing it: a person pastes it into the dashboard. */
interface ByHandDelivery {
  readonly kind: "dashboard";
  /** Why no tool is run. */
  readonly why: Message;
  /** What a person can type instead. It holds no value. */
  readonly byHand?: (variable: string) => string;
}

/** A Compose file names the variable, and an env file beside it that git ignores holds the value. */
interface ComposeDelivery {
  readonly kind: "compose";
  /** What a person types to hand on a variable without Compose. */
  byHand(variable: string): string;
}
