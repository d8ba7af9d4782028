import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>;
}

interface Manifest {
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}

describe("install scripts", () => {
  for (const folder of ["", "test/oracle/", "bench/"]) {
    it(`of ${folder}package-lock.json are each decided on`, () => {
      const { packages } = read<Lockfile>(`${folder}package-lock.json`);
      const { allowScripts = {} } = read<Manifest>(`${folder}package.json`);
      const scripted = Object.entries(packages)
        .filter(([, { hasInstallScript }]) => hasInstallScript)
        .map(([path]) => path.replace(/^.*node_modules\//, ""));
      assert.deepEqual([...new Set(scripted)].sort(), Object.keys(allowScripts).sort());
    });
  }
});
