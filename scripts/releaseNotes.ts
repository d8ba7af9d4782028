// node scripts/releaseNotes.ts v1.2.3: the changelog's section on that version, for the release page.
// Fails when the manifest has another version or the changelog says nothing of it. With --channel it
// prints what the version asks of packaging instead: odd minor versions are pre-releases.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runMain, Trouble } from "../test/support/vscode/trouble.ts";

const root = join(import.meta.dirname, "..");

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { channel: { type: "boolean", default: false } },
  });
  const [tag = ""] = positionals;
  const { version } = JSON.parse(read("package.json")) as { version: string };
  if (tag !== `v${version}`) {
    throw new Trouble(`The tag "${tag}" is not v${version}, the version in package.json.`);
  }
  if (values.channel) {
    console.log(isPreRelease(version) ? "--pre-release" : "");
    return 0;
  }
  const notes = section(read("CHANGELOG.md"), version);
  if (!notes) throw new Trouble(`CHANGELOG.md has no section on ${version}.`);
  console.log(notes);
  return 0;
});

/** The marketplace knows no pre-release tags of versions: `major.ODD.patch` stands for them. */
function isPreRelease(version: string): boolean {
  return Number(version.split(".")[1]) % 2 === 1;
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** The text under the heading of the version, up to the next heading of that level. */
function section(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  const found = sections.find((text) => /^\[?([\d.]+)/.exec(text)?.[1] === version);
  return found?.slice(found.indexOf("\n")).trim();
}
