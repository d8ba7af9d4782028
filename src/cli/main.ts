import { argv, exit, stderr } from "node:process";
import { check } from "./check.ts";
import { UsageError } from "./usageError.ts";

const USAGE = `Usage:
  auth-secret check [DIR] [--format pretty|json]   find bad secrets in a folder
  auth-secret judge [--format text|json]           judge values from standard input, one a line
  auth-secret generate [--format base64|base64url|hex] [--bytes N]

check exits with 0 if nothing is at warning or above, 1 if something is, 2 if it could not run.
`;

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  check,
  judge: async (args) => (await import("./judgeInput.ts")).judgeInput(args),
  generate: async (args) => (await import("./generate.ts")).generate(args),
};

async function main([name = "", ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command || args.includes("--help")) {
    (command || name === "--help" || name === "help" ? process.stdout : stderr).write(USAGE);
    return command || name === "--help" || name === "help" ? 0 : 2;
  }
  return command(args);
}

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => exit(error.code === "EPIPE" ? 0 : 2));

main(argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    stderr.write(`auth-secret: ${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof UsageError) stderr.write(USAGE);
    process.exitCode = 2;
  },
);
