import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";

const readme = readFileSync("README.md", "utf8");
const manifest = JSON.parse(readFileSync("package.json", "utf8"));

const images = [...readme.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(
  ([, alternative = "", path = ""]) => ({ alternative, path }),
);

describe("the pictures of the README", () => {
  it("are there, and say in words what they show", () => {
    for (const { alternative, path } of images.filter(({ path }) => !path.startsWith("https:"))) {
      assert.ok(existsSync(path), path);
      assert.ok(alternative.length > 10, `${path} has no text in its place`);
    }
  });

  it("are all that are kept", () => {
    const kept = readdirSync("media").filter((name) => /\.(?:png|gif)$/.test(name));
    const shown = images.map(({ path }) => path);
    const unused = kept.filter((name) => name !== "icon.png" && !shown.includes(`media/${name}`));
    assert.deepEqual(unused, []);
  });

  it("begin with one that moves, and that is soon loaded", () => {
    const [first] = images.filter(({ path }) => path.startsWith("media/"));
    assert.equal(first?.path, "media/session.gif");
    const film = readFileSync("media/session.gif");
    assert.equal(film.subarray(0, 6).toString("latin1"), "GIF89a");
    assert.deepEqual([film.readUInt16LE(6), film.readUInt16LE(8)], [960, 540]);
    assert.ok(film.length <= 600_000, `${film.length} bytes`);
  });
});

describe("the page in the marketplace", () => {
  it("has badges of a host that it accepts, each with a text and a link", () => {
    assert.ok(manifest.badges.length > 0);
    for (const { url, href, description } of manifest.badges) {
      assert.match(url, /^https:\/\/img\.shields\.io\//);
      assert.match(href, /^https:\/\//);
      assert.match(description, /\w/);
    }
  });

  it("says where to ask and where to report", () => {
    assert.match(manifest.qna, /^https:\/\//);
    assert.match(manifest.bugs.url, /^https:\/\/.*\/issues$/);
  });

  it("has an icon of 256 pixels", () => {
    const icon = readFileSync(manifest.icon);
    assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [256, 256]);
  });
});
