import type { ImportedName } from "./imports.ts";
import { type Origins, origin, type Path, type Place, type Step, spanOf } from "./origin.ts";

/** Prefixes of variables that bundlers copy into what browsers load, by the tool's own docs. */
const PUBLIC = /^(NEXT_PUBLIC|VITE|PUBLIC|REACT_APP|NUXT_PUBLIC|EXPO_PUBLIC|GATSBY|VUE_APP)_/;

/** True for a variable that a browser gets to see. */
export function isPublicVariable(name: string): boolean {
  return PUBLIC.test(name);
}

/** The name without its public prefix. */
export function privateName(name: string): string {
  return name.replace(PUBLIC, "");
}

/** Where objects of environment variables stand, from a global name on. */
const ENVIRONMENTS: readonly (readonly string[])[] = [
  ["process", "env"],
  ["globalThis", "process", "env"],
  ["Bun", "env"],
];

/** A name that the file does not declare. */
export function resolveGlobal(name: string, place: Place, path: Path): Origins {
  if (name === "undefined" && path.length === 0) return [origin("absent", place)];
  const names = [name, ...path.map((step) => (step.kind === "member" ? step.name : ""))];
  for (const environment of ENVIRONMENTS) {
    if (environment.every((part, index) => part === names[index])) {
      return variableAt(place, path.slice(environment.length - 1));
    }
  }
  return resolveUnknown(place, path);
}

/** A name that a framework's module of variables exports; undefined for other modules. */
export function environmentImport(
  imported: ImportedName,
  place: Place,
  path: Path,
): Origins | undefined {
  const { module, name } = imported;
  const [first] = path;
  if (/^(node:)?process$/.test(module)) {
    if (name === "env") return variableAt(place, path);
    const isEnvironment = first?.kind === "member" && first.name === "env";
    return isEnvironment ? variableAt(place, path.slice(1)) : undefined;
  }
  const match = /^(?:\$env\/(static|dynamic)\/(private|public)|astro:env\/(server|client))$/.exec(
    module,
  );
  if (match === null) return undefined;
  const isPublic = match[2] === "public" || match[3] === "client";
  if (match[1] === "dynamic") {
    return name === "env" ? variableAt(place, path, isPublic) : undefined;
  }
  if (name === "*") return variableAt(place, path, isPublic);
  return path.length === 0 ? [variable(place, name, isPublic)] : undefined;
}

/** The variable that a path names on an object of variables. */
export function variableAt(place: Place, path: Path, isPublic = false): Origins {
  const [step, ...rest] = path;
  if (step === undefined || rest.length > 0 || step.kind === "call") {
    return [origin("unknown", place)];
  }
  return [variable(step.at, step.kind === "member" ? step.name : undefined, isPublic)];
}

/** What nothing is known of, except where the last member's name says that it is public. */
export function resolveUnknown(place: Place, path: Path): Origins {
  const last = path.at(-1);
  if (last?.kind === "member" && isPublicVariable(last.name)) {
    return [variable(last.at, last.name, true)];
  }
  return [origin("unknown", place)];
}

/** Nuxt: all that is under `public` of the runtime configuration is sent to browsers. */
export function runtimeConfigAt(place: Place, path: Path): Origins {
  const members = path.filter((step): step is Step & { kind: "member" } => step.kind === "member");
  const last = members.at(-1);
  if (last === undefined || members.length !== path.length) return [origin("unknown", place)];
  return [variable(last.at, undefined, members.length > 1 && members[0]?.name === "public")];
}

function variable(place: Place, name: string | undefined, isPublic: boolean) {
  return origin("environment", place, {
    span: spanOf(place.node),
    variable: name,
    isPublic: isPublic || (name !== undefined && isPublicVariable(name)),
  });
}
