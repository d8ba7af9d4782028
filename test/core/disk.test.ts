import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { isLink, readFile } from "../../src/node/disk.ts";

const folder = mkdtempSync(join(tmpdir(), "read-file-"));
after(() => rmSync(folder, { recursive: true }));

function fileWith(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

describe("readFile", () => {
  it("gives every byte, up to as many as are wanted", async () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0, 13, 10, 0xff, 65);
    const path = fileWith("bytes", bytes);
    for (const most of [8, 9]) assert.deepEqual(await read(path, most), bytes);
    assert.equal(await readFile(path, 7), undefined);
  });

  it("gives what an empty file holds", async () => {
    assert.deepEqual(await read(fileWith("empty", Uint8Array.of()), 0), Uint8Array.of());
  });

  it("follows a link, and says so where it leads nowhere", async () => {
    const [link, broken] = [join(folder, "link"), join(folder, "broken")];
    symlinkSync(fileWith("target", Uint8Array.of(1, 2)), link);
    symlinkSync(join(folder, "nowhere"), broken);
    assert.deepEqual(await read(link, 10), Uint8Array.of(1, 2));
    await assert.rejects(readFile(broken, 10), { code: "ENOENT" });
  });

  it("opens no folder, and no pipe, which would wait for a writer", async () => {
    const [inner, pipe] = [join(folder, "inner"), join(folder, "pipe")];
    mkdirSync(inner);
    const isWindows = process.platform === "win32";
    // There, none lies in a folder.
    if (!isWindows) execFileSync("mkfifo", [pipe]);
    for (const path of isWindows ? [inner] : [inner, pipe])
      assert.equal(await readFile(path, 1e6), undefined, path);
  });
});

describe("isLink", () => {
  it("tells a link from what it leads to, though that is not there", async () => {
    const [file, link, broken] = [fileWith("real", Uint8Array.of(1)), "to-real", "to-nothing"];
    symlinkSync(file, join(folder, link));
    symlinkSync(join(folder, "nothing"), join(folder, broken));
    assert.deepEqual(
      await Promise.all([file, folder, join(folder, link), join(folder, broken)].map(isLink)),
      [false, false, true, true],
    );
    await assert.rejects(isLink(join(folder, "nothing")), { code: "ENOENT" });
  });
});

async function read(path: string, most: number): Promise<Uint8Array> {
  const bytes = await readFile(path, most);
  assert.ok(bytes, path);
  // A buffer is no equal of an array.
  return new Uint8Array(bytes);
}
