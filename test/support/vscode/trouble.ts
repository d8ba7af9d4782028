/** Something a person can put right. The message is one sentence that says what and how. */
export class Trouble extends Error {}

/** Runs a program's main function; a Trouble becomes its sentence on stderr and exit code 1. */
export async function runMain(main: () => Promise<number>): Promise<never> {
  try {
    process.exit(await main());
  } catch (error) {
    console.error(sentenceOf(error) ?? error);
    process.exit(1);
  }
}

function sentenceOf(error: unknown): string | undefined {
  if (error instanceof Trouble) return error.message;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC") return "The disk is full: free some space and run the command again.";
  if (code === "ENOENT" && syscall?.startsWith("spawn")) {
    return `The program "${path}" was not found: install it and run the command again.`;
  }
  return undefined;
}
