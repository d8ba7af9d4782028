import { delimiter, join } from "node:path";
import { temporaryFolder } from "./cleanup.ts";
import { type Program, startProgram } from "./program.ts";
import type { InstalledRelease } from "./release.ts";
import { Trouble } from "./trouble.ts";

/** Milliseconds: a fifth of a second is enough where nothing else runs, and tests never run alone. */
const startTimeout = 60_000;

export interface ServerOptions {
  /** 0 or none: any that is free. */
  readonly port?: number;
  readonly extensionsFolder?: string;
  /** The folder of what VS Code brings along, in place of its own. */
  readonly builtInExtensionsFolder?: string | undefined;
  /** A folder of programs that are found before those of PATH. */
  readonly programsFolder?: string;
  /** Asked of every visitor when given. */
  readonly connectionToken?: string;
  /** Asks whether to trust a folder, as a person's VS Code does, in place of trusting all. */
  readonly asksForTrust?: boolean;
  /** A released VS Code takes extensions under development from the address only with this on. */
  readonly takesDevelopmentExtensions?: boolean;
}

export interface Server {
  /** `127.0.0.1:PORT` */
  readonly authority: string;
  /** Where it keeps settings, state and logs. */
  readonly dataFolder: string;
  readonly program: Program;
}

/** Starts a VS Code server on this machine's own address; resolves once it accepts windows. */
export async function startServer(
  release: InstalledRelease,
  options: ServerOptions,
): Promise<Server> {
  const dataFolder = temporaryFolder("server");
  const args = [release.serverMain, ...serverArguments(dataFolder, options)];
  const program = startProgram(release.node, args, {
    // What it is told by the surrounding VS Code, when a person runs this in a terminal of one,
    // would make it a part of that one.
    env: { ...withoutVSCode(process.env), ...pathWith(options.programsFolder) },
  });
  const port = await listeningPort(program, options.port);
  return { authority: `127.0.0.1:${port}`, dataFolder, program };
}

function serverArguments(data: string, options: ServerOptions): readonly string[] {
  const { port = 0, extensionsFolder = join(data, "extensions"), connectionToken } = options;
  const builtIn = options.builtInExtensionsFolder;
  return [
    ...["--host", "127.0.0.1", "--port", String(port), "--server-data-dir", data],
    ...["--extensions-dir", extensionsFolder, "--accept-server-license-terms"],
    ...(builtIn === undefined ? [] : ["--builtin-extensions-dir", builtIn]),
    ...["--telemetry-level", "off"],
    // Its extensions would get the PATH of a login shell instead.
    ...(options.programsFolder === undefined ? [] : ["--force-disable-user-env"]),
    ...(connectionToken ? ["--connection-token", connectionToken] : ["--without-connection-token"]),
    ...(options.asksForTrust ? [] : ["--disable-workspace-trust"]),
    ...(options.takesDevelopmentExtensions ? ["--enable-smoke-test-driver"] : []),
  ];
}

function withoutVSCode(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)),
  );
}

function pathWith(folder: string | undefined): NodeJS.ProcessEnv {
  return folder === undefined ? {} : { PATH: `${folder}${delimiter}${process.env["PATH"]}` };
}

function listeningPort(program: Program, asked = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      program.stop();
      reject(portTrouble(program, asked) ?? new Error(`${why}\n${program.printed()}`));
    };
    const timer = setTimeout(() => fail("The VS Code server did not start in time."), startTimeout);
    program.child.once("error", (error) => fail(String(error)));
    program.child.once("exit", (code) => fail(`The VS Code server ended with ${code}.`));
    program.child.stdout?.on("data", () => {
      const port = /listening on (\d+)/.exec(program.printed())?.[1];
      if (!port) return;
      clearTimeout(timer);
      program.child.removeAllListeners("exit");
      resolve(Number(port));
    });
  });
}

function portTrouble(program: Program, port: number): Trouble | undefined {
  return /EADDRINUSE/.test(program.printed())
    ? new Trouble(`Port ${port} is taken: choose another with --port, or leave it out for any.`)
    : undefined;
}
