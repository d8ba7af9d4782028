import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import nextEnv from "@next/env";
import { loadEnv } from "vite";
import type { Mode } from "../../../src/core/loaders/index.ts";
import type { Files } from "../../support/project.ts";

type Values = Readonly<Record<string, string | undefined>>;

const QUIET = { info: () => undefined, error: () => undefined };

/** What the real `@next/env` makes of one file, where nothing else sets anything. */
export function readByNext(contents: string): Values {
  nextEnv.resetEnv();
  const files = [{ path: ".env", contents, env: {} }];
  const [, parsed] = nextEnv.processEnv(files, "/", QUIET, true);
  nextEnv.resetEnv();
  return { ...parsed };
}

/** What the real Vite makes of one file, for these names. */
export function readByVite(text: string, names: readonly string[]): Values {
  return inFolder({ ".env": text }, (folder) =>
    loadEnv("development", folder, names.length > 0 ? [...names] : "-"),
  );
}

/** AUTH_SECRET as a real `node --env-file` sets it. */
export function readByNode(text: string): string | undefined {
  return loadByNode({ ".env": text }, [".env"]);
}

/** AUTH_SECRET as Next loads it from a folder with these files. */
export function loadByNext(files: Files, mode: Mode): string | undefined {
  return inFolder(files, (folder) => {
    const environment: Record<string, string | undefined> = process.env;
    const before = environment["NODE_ENV"];
    nextEnv.resetEnv();
    nextEnv.updateInitialEnv({ NODE_ENV: mode === "test" ? "test" : undefined });
    const { parsedEnv } = nextEnv.loadEnvConfig(folder, mode === "development", QUIET, true);
    nextEnv.updateInitialEnv({ NODE_ENV: before });
    nextEnv.resetEnv();
    return parsedEnv?.["AUTH_SECRET"];
  });
}

/** AUTH_SECRET as Vite loads it from a folder with these files. */
export function loadByVite(files: Files, mode: Mode): string | undefined {
  return inFolder(files, (folder) => loadEnv(mode, folder, "AUTH_SECRET")["AUTH_SECRET"]);
}

/** AUTH_SECRET as Node sets it that is called with these files, in this order. */
export function loadByNode(files: Files, named: readonly string[]): string | undefined {
  return inFolder(files, (folder) => {
    const options = named.map((file) => `--env-file=${file}`);
    const print = "process.stdout.write(JSON.stringify(process.env.AUTH_SECRET ?? null))";
    const { AUTH_SECRET: _, ...env } = process.env;
    const { stdout } = spawnSync(process.execPath, [...options, "-e", print], {
      cwd: folder,
      env,
      encoding: "utf8",
    });
    const value: unknown = JSON.parse(stdout);
    return typeof value === "string" ? value : undefined;
  });
}

/** Calls with a folder that holds these files, which goes afterwards. */
function inFolder<T>(files: Files, run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "auth-secret-env-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
