// Puts the pictures that the last UI test took where the README shows them.
import { cpSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const taken = join(root, "dist/pictures");

for (const name of readdirSync(taken)) {
  cpSync(join(taken, name), join(root, "media", name));
  console.log(`media/${name} written`);
}
