import type { EntryPoint, Framework } from "../../frameworks/framework.ts";
import { argumentsOf } from "../evaluate/functions.ts";
import type { Place } from "../evaluate/origin.ts";
import type { Module } from "../syntax.ts";
import type { LibraryName } from "./libraryNames.ts";
import { type Libraries, namesModule, pathTo, type Root } from "./root.ts";

/** What is handed to the libraries' functions: their options, tokens' and providers'. */
export function libraryCalls(
  module: Module,
  names: readonly LibraryName[],
  libraries: Libraries,
): readonly Root[] {
  return names.flatMap(({ imported, node }) => {
    const call = node.parent;
    if (call?.name !== "CallExpression" || call.firstChild?.from !== node.from) return [];
    const args = argumentsOf({ module, node: call, frame: undefined });
    const name = imported.name === "*" ? "default" : imported.name.replace(/^default\./, "");
    const entry = entryPoint(libraries, imported.module, name);
    if (entry !== undefined) {
      const isSetup = entry[1].setups.some(
        ({ modules, names }) => namesModule(modules, imported.module) && names.includes(name),
      );
      return args.flatMap((arg, index) => {
        const roots = rootsOf(arg, ...entry);
        // Before the options come a request and a response.
        const isLast = index === args.length - 1;
        if (isLast && isSetup) return roots.map((root) => ({ ...root, setup: node }));
        return isLast && isNeedy(entry[0])
          ? roots.map((root) => ({ ...root, needy: node }))
          : roots;
      });
    }
    const provider = libraries.all.find(({ providerModules }) =>
      namesModule(providerModules, imported.module),
    );
    if (provider === undefined) return [];
    return args.map((place) => ({
      place,
      path: pathTo(place, ["clientSecret"]),
      option: clientOption(provider),
    }));
  });
}

/** Without the option there is nothing else that the secret could come from. */
function isNeedy({ isRequired, readsVariable }: EntryPoint): boolean {
  return isRequired && !readsVariable;
}

function entryPoint(
  { all }: Libraries,
  module: string,
  name: string,
): readonly [EntryPoint, Framework] | undefined {
  for (const framework of all) {
    for (const entry of framework.entryPoints) {
      if (namesModule(entry.modules, module) && entry.names.includes(name)) {
        return [entry, framework];
      }
    }
  }
  return undefined;
}

/** Where an options object, or a function that returns one, holds secrets. */
export function rootsOf(place: Place, entry: EntryPoint, framework: Framework): readonly Root[] {
  const { readsVariable, isRequired, isVariableRedundant } = entry;
  const session = {
    kind: "session",
    framework,
    readsVariable,
    isRequired,
    isVariableRedundant,
    isPublished: false,
  } as const;
  const roots = [
    ...entry.secrets.map((names) => ({ place, path: pathTo(place, names), option: session })),
    ...entry.clientSecrets.map((names) => ({
      place,
      path: pathTo(place, names),
      option: clientOption(framework),
    })),
  ];
  if (!entry.isLazy) return roots;
  const call = { kind: "call", args: [], at: place } as const;
  return [...roots, ...roots.map((root) => ({ ...root, path: [call, ...root.path] }))];
}

function clientOption(framework: Framework): Root["option"] {
  return {
    kind: "client",
    framework,
    readsVariable: false,
    isRequired: false,
    isVariableRedundant: false,
    isPublished: false,
  };
}
