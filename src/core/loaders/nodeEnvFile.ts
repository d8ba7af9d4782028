import { resolvePath } from "../paths.ts";
import type { Loader, Manifest, Mode } from "./loader.ts";
import { parseEnvReader } from "./readers/parseEnv.ts";

const OPTION = /--env-file(?:-if-exists)?(?:=|\s+)(?:"([^"]+)"|'([^']+)'|([^\s"']+))/g;
/** Others have an option of that name too, and read the file by rules of their own. */
const NODE = /(?:^|[\s/])(?:node|tsx)(?=\s)/;
const OTHER = /(?:^|[\s/])(?:docker|docker-compose|podman|bun|deno|nodemon)(?=\s)/;

const SCRIPTS: Readonly<Record<Mode, RegExp>> = {
  development: /^(?:dev|develop|watch)(?:$|[:.-])/,
  production: /^(?:start|serve|prod|production)(?:$|[:.-])/,
  test: /^(?:test|e2e)(?:$|[:.-])/,
};

/**
 * Node 24, `--env-file`, where a script of package.json asks for it: of several files the last one
 * wins, and the environment wins over all. For a mode without a script of its own, all scripts count.
 */
export function detectNodeEnvFile({ scripts }: Manifest): Loader | undefined {
  const lines = Object.entries(scripts);
  const all = filesOf(lines);
  if (all.length === 0) return undefined;
  const filesIn = (mode: Mode) => {
    const own = filesOf(lines.filter(([name]) => SCRIPTS[mode].test(name)));
    return own.length > 0 ? own : all;
  };
  const development = filesIn("development");
  return {
    id: "node-env-file",
    name: "node --env-file",
    files: { development, production: filesIn("production"), test: filesIn("test") },
    localFile: development[0] ?? ".env",
    readerOf: () => parseEnvReader,
  };
}

/** The winner first, in the package's folder or below it. */
function filesOf(scripts: readonly (readonly [name: string, line: string])[]): readonly string[] {
  const files = scripts
    .flatMap(([, line]) => line.split(/&&|\|\|?|;/))
    .filter((command) => NODE.test(command) && !OTHER.test(command))
    .flatMap((command) => [...command.matchAll(OPTION)])
    .flatMap(
      ([, ...forms]) => resolvePath("", forms.find((form) => form !== undefined) ?? "") ?? [],
    )
    .filter((file) => file !== "");
  return [...new Set(files.reverse())];
}
