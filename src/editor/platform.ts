import type { CancellationToken, Disposable, Uri } from "vscode";

/** What only some hosts can do, handed to the extension by its entry; the web has none of it. */
export interface Platform {
  /**
   * Runs a program without a shell and waits for its end. It is looked for in the `node_modules/.bin`
   * folders above its working folder, as npm does, then on PATH.
   */
  run(program: ProgramRun, token: CancellationToken): Promise<ProgramEnd>;
  /**
   * Tells what changes right in a folder of this machine, by its name where that is known. A folder
   * that cannot be watched is one in which nothing changes.
   */
  watchFolder(folder: string, changed: (name: string | null) => void): Disposable;
  /**
   * The bytes of a file on this machine, by its path; undefined for what is no plain file, and for one
   * of more bytes than `most`.
   * @throws where it cannot be read.
   */
  readFile(path: string, most: number): Promise<Uint8Array | undefined>;
  /**
   * True for a symbolic link on this machine, wherever it leads.
   * @throws where it cannot be looked at.
   */
  isLink(path: string): Promise<boolean>;
}

/** The platform where something lies on its machine, and none for any other file system. */
export function platformFor({ scheme }: Uri, platform: Platform | undefined): Platform | undefined {
  return scheme === "file" ? platform : undefined;
}

/** One run of another program. */
export interface ProgramRun {
  /** Its names, the one to look for first in front. */
  readonly names: readonly string[];
  /** Anybody on the machine can read them: never a secret. */
  readonly args: readonly string[];
  /** The working folder's path on this machine. */
  readonly folder: string;
  /** Written to standard input at once, which is closed then; nothing else gets to know it. */
  readonly input: string;
  /** Milliseconds in which a run that is cancelled may end by itself before it is told to: 0 by default. */
  readonly respite?: number;
  /** Gets every line that the program prints, to either stream, without control codes. */
  readonly onLine: (line: string) => void;
}

/**
 * How a run came to its end: `missing` where there is no such program, `cancelled` where it was
 * stopped and may have done its work all the same, `failed` where it could not be started.
 */
export type ProgramEnd =
  | { readonly kind: "missing" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly reason: string }
  /** `code` is null for a program that a signal ended. */
  | { readonly kind: "exited"; readonly code: number | null };
