/** What is handed to `spawn`. */
export interface Start {
  readonly command: string;
  readonly args: readonly string[];
  /** True where the arguments are a command line for Windows as they stand. */
  readonly isVerbatim: boolean;
}

/**
 * How a program's file is started without a shell that reads its arguments. On Windows npm's shims
 * are `.cmd` files, which only `cmd.exe` can run, and which Node refuses since CVE-2024-27980: so it
 * is called by its own path, for arguments in which it finds nothing to interpret.
 * @throws RangeError for an argument that it could take for more than text.
 */
export function startOf(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Start {
  if (!/\.(?:cmd|bat)$/i.test(file)) return { command: file, args, isVerbatim: false };
  if ([file, ...args].some((part) => /["%!\r\n]/.test(part)) || !args.every(isPlain)) {
    throw new RangeError("an argument or a path that cmd.exe would interpret");
  }
  const line = [`"${file}"`, ...args.map((arg) => (arg === "" ? '""' : arg))].join(" ");
  const command = environment["ComSpec"] ?? environment["COMSPEC"] ?? "cmd.exe";
  return { command, args: ["/d", "/s", "/c", `"${line}"`], isVerbatim: true };
}

function isPlain(arg: string): boolean {
  return /^[\w./:=@-]*$/.test(arg);
}
