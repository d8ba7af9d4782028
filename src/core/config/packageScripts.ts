import { message } from "../message.ts";
import { nameOf } from "../paths.ts";
import { commandAssignments } from "./commands.ts";
import type { ConfigEntry, ConfigKind } from "./configFile.ts";
import { rootsOf } from "./language.ts";
import { takeOut } from "./remedies.ts";
import { valueUnder } from "./syntax/node.ts";

/** Scripts of these names sign no session that matters. */
const BUILD_SCRIPT =
  /(?:^|[:_-])(?:tests?|e2e|ci|lint|types?|typecheck|check|build|prebuild|postinstall|coverage|cypress|playwright|vitest|jest|storybook|dev|develop|local|seed|migrate|generate)(?:$|[:_-])/;

export const packageScripts: ConfigKind = {
  id: "package-scripts",
  title: message("the script"),
  isFile: (path) => nameOf(path) === "package.json",
  read: (path, text) => rootsOf(path, text).flatMap((root) => readScripts(root, text)),
  interpolates: false,
  remedy(entry, text) {
    const remedy = takeOut(
      entry,
      text,
      message("Set {0} wherever the script runs; on your machine an env file does.", entry.name),
    );
    return remedy && { ...remedy, store: { variable: entry.name, place: "local" } };
  },
};

function readScripts(
  root: ReturnType<typeof rootsOf>[number],
  text: string,
): readonly ConfigEntry[] {
  const scripts = valueUnder(root, "scripts");
  if (scripts?.kind !== "map") return [];
  return scripts.pairs.flatMap(({ key, value }) => {
    if (value?.kind !== "scalar") return [];
    const isBuild = BUILD_SCRIPT.test(key);
    return commandAssignments(value, text).map((entry) => ({
      ...entry,
      isBuildOnly: isBuild || entry.isBuildOnly,
    }));
  });
}
