import { dirname, join } from "node:path";
import { parse } from "dotenv";
import { build } from "esbuild";
import type { Files } from "../../support/project.ts";

/** What stands for the packages that a project imports, by specifier. */
export type Packages = Readonly<Record<string, unknown>>;

/** What a project's source exports when it is run with its env files' variables. */
export async function runSource(
  files: Files,
  entry: string,
  packages: Packages,
): Promise<Record<string, unknown>> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    logLevel: "silent",
    plugins: [
      {
        name: "project",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
            if (kind === "entry-point") return { path, namespace: "project" };
            if (!path.startsWith(".")) return { path, external: true };
            return { path: `${join(dirname(importer), path)}.ts`, namespace: "project" };
          });
          onLoad({ filter: /.*/, namespace: "project" }, ({ path }) => ({
            contents: files[path] ?? "",
            loader: "ts",
          }));
        },
      },
    ],
  });
  const module = { exports: {} };
  const run = new Function("require", "module", "exports", result.outputFiles[0]?.text ?? "");
  run((name: string) => packages[name], module, module.exports);
  return module.exports;
}

/** The variables that a project's env file sets, as the real dotenv reads them. */
export function variablesOf(files: Files, path = ".env.local"): Record<string, string> {
  return parse(files[path] ?? "");
}

/** Runs something with these variables, and with none of the libraries' own besides. */
export async function withVariables<Result>(
  variables: Readonly<Record<string, string>>,
  action: () => Promise<Result>,
): Promise<Result> {
  const before = { ...process.env };
  for (const name of Object.keys(process.env)) {
    if (/AUTH/.test(name)) delete process.env[name];
  }
  Object.assign(process.env, variables);
  try {
    return await action();
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
