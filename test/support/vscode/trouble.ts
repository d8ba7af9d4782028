/** Something a person can put right. The message is one sentence that says what and how. */
export class Trouble extends Error {}

/** Runs a program's main function; a Trouble becomes its sentence on stderr and exit code 1. */
export async function runMain(main: () => Promise<number>): Promise<never> {
  try {
    process.exit(await main());
  } catch (error) {
    console.error(error instanceof Trouble ? error.message : error);
    process.exit(1);
  }
}
