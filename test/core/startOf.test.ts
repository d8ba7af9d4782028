import assert from "node:assert/strict";
import { delimiter, join } from "node:path";
import { describe, it } from "node:test";
import { searchFolders } from "../../src/node/findProgram.ts";
import { startOf } from "../../src/node/startOf.ts";

const WINDOWS = { ComSpec: "C:\\Windows\\system32\\cmd.exe" };
const SHIM = "C:\\Program Files\\nodejs\\vercel.cmd";

describe("startOf", () => {
  it("starts a program with its arguments as they are", () => {
    const args = ["rm", "--", "a b", 'c"d', "%PATH%"];
    for (const file of ["/usr/bin/git", "C:\\git\\git.exe"]) {
      assert.deepEqual(startOf(file, args, {}), { command: file, args, isVerbatim: false });
    }
  });

  it("has cmd.exe run a shim, by its own path", () => {
    assert.deepEqual(startOf(SHIM, ["env", "add", "AUTH_SECRET", "preview", ""], WINDOWS), {
      command: WINDOWS.ComSpec,
      args: ["/d", "/s", "/c", `""${SHIM}" env add AUTH_SECRET preview """`],
      isVerbatim: true,
    });
  });

  it("hands cmd.exe nothing that it could interpret", () => {
    for (const arg of ["a b", "a&b", "%PATH%", "^", '"', "a\nb", "!x!", "(", ">a", "é"]) {
      assert.throws(() => startOf(SHIM, [arg], WINDOWS), RangeError, arg);
    }
    assert.throws(() => startOf("C:\\%TEMP%\\vercel.cmd", [], WINDOWS), RangeError);
  });
});

describe("searchFolders", () => {
  it("names a project's own tools first, then PATH, and never the working folder", () => {
    const path = ["/usr/bin", "", ".", "bin", "/opt/bin"].join(delimiter);
    const own = ["/app/web", "/app", "/"].map((folder) => join(folder, "node_modules/.bin"));
    assert.deepEqual(searchFolders("/app/web", { Path: path }), [...own, "/usr/bin", "/opt/bin"]);
    assert.deepEqual(searchFolders("/", {}), [join("/", "node_modules/.bin")]);
  });
});
