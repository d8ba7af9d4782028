import { type ParseArgsConfig, parseArgs } from "node:util";

/** The command line was not understood; the message says which part. */
export class UsageError extends Error {}

/** `parseArgs` that tells a wrong command line from every other failure. */
export function readArguments<Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws UsageError unless the value is one of the choices. */
export function oneOf<Choice extends string>(
  option: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new UsageError(`${option} is one of ${choices.join(", ")}`);
  return choice;
}
