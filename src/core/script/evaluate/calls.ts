import { FUNCTIONS } from "../bindings.ts";
import { partsOf, type SyntaxNode, textOf } from "../syntax.ts";
import { resolveUnknown, runtimeConfigAt, variableAt } from "./environment.ts";
import { argumentsOf } from "./functions.ts";
import { isGenerator } from "./generated.ts";
import { referenceOf } from "./imports.ts";
import { exportAt } from "./names.ts";
import { compose } from "./operators.ts";
import {
  asFallback,
  covered,
  type Evaluation,
  isConstant,
  type Origins,
  origin,
  type Path,
  type Place,
  partial,
} from "./origin.ts";
import { defaultsOf, schemaDefault } from "./schemas.ts";

/** Methods of text, bytes and hashes: what they make of a constant is a constant. */
const TRANSFORMS = new Set(
  (
    "trim trimStart trimEnd toString toLowerCase toUpperCase slice substring substr replace " +
    "replaceAll padEnd padStart repeat normalize valueOf split reverse digest filter flat"
  ).split(" "),
);

/** Methods that take one of several elements. */
const CHOICES = new Set(["find", "at", "shift", "pop"]);

/** Functions that read a setting by its name, and give their second argument where it is not set. */
const READERS =
  /^(get|env|optional|getEnv\w*|readEnv\w*|envOr\w*|getString|getOr\w*|getOptional\w*)$/i;

/** Functions that hand on what they are given, or make a constant of a constant. */
const WRAPPERS = new Set(
  (
    "String from btoa atob encodeURIComponent decodeURIComponent encode decode freeze seal resolve " +
    "structuredClone cloneDeep stringify sha1 sha256 sha384 sha512 md5 SHA1 SHA256 SHA384 SHA512 MD5 " +
    "scryptSync pbkdf2Sync of"
  ).split(" "),
);

/** Functions that lay objects over each other. */
const MERGES = new Set(["assign", "merge", "defaults", "defu", "deepmerge", "extend"]);

/** Keys by which an object literal is known as a library's options wherever it is handed to. */
const OPTION_KEYS = /^(providers|adapter|callbacks|session|database|plugins|emailAndPassword)$/;

export function resolveCall(place: Place, path: Path, evaluation: Evaluation): Origins {
  const { module, node } = place;
  const callee = partsOf(node)[0];
  if (callee === undefined || callee.name === "ArgList") return [origin("unknown", place)];
  const args = argumentsOf(place);
  if (isGenerator(place, callee, args)) {
    return path.every(({ kind }) => kind !== "any") ? [origin("generated", place)] : [];
  }
  const name = lastNameOf(module.text, callee);
  if (name === "require") {
    const whole = referenceOf(module, node);
    const exported = whole && exportAt(whole, place, path, evaluation);
    return exported ?? resolveUnknown(place, path);
  }
  if (callee.name === "MemberExpression") {
    const found = resolveMethod(place, callee, name, args, path, evaluation);
    if (found !== undefined) return found;
  }
  const found = resolveKnown(place, name, args, path, evaluation);
  if (found !== undefined) return found;
  const called = evaluation.resolve({ ...place, node: callee }, [
    { kind: "call", args, at: place },
    ...path,
  ]);
  const isForeign = called.every(({ kind }) => kind === "unknown");
  return isForeign ? (resolveForeign(place, args, path, evaluation) ?? called) : called;
}

function lastNameOf(text: string, callee: SyntaxNode): string {
  const last = callee.name === "MemberExpression" ? (callee.lastChild ?? callee) : callee;
  return text.slice(last.from, last.to).trim();
}

/** A method whose object says all. */
function resolveMethod(
  place: Place,
  callee: SyntaxNode,
  name: string,
  args: readonly Place[],
  path: Path,
  evaluation: Evaluation,
): Origins | undefined {
  const objectNode = partsOf(callee)[0];
  if (objectNode === undefined) return undefined;
  const object: Place = { ...place, node: objectNode };
  if (TRANSFORMS.has(name)) return transformed(place, evaluation.resolve(object, path));
  if (CHOICES.has(name)) return chosen(evaluation.resolve(object, path));
  if (name === "join" && path.length === 0) return compose(place, [evaluation.resolve(object, [])]);
  if (name === "update" && path.length === 0) {
    const key = objectNode.name === "CallExpression" ? argumentsOf(object)[1] : undefined;
    const parts = [...(key === undefined ? [] : [key]), ...args.slice(0, 1)];
    const origins = parts.map((part) => evaluation.resolve(part, []));
    return origins.every((some) => some.length === 1 && some[0]?.kind === "literal")
      ? (origins.at(0) ?? []).map(partial)
      : compose(place, origins);
  }
  if (name === "get" && /(^|\.)env$/.test(textOf(place.module, objectNode))) {
    const [first] = args.flatMap((arg) => evaluation.resolve(arg, []));
    return variableAt(place, [{ kind: "member", name: first?.value ?? "", at: place }]);
  }
  if (name === "default") return schemaDefault(place, path, evaluation);
  return undefined;
}

/** A literal among variables is for when none of them is set. */
function chosen(origins: Origins): Origins {
  return isConstant(origins) ? origins : asFallback(origins, undefined);
}

/** What is made anew by each process stays so through calls, and is all of the chain. */
function transformed(call: Place, origins: Origins): Origins {
  return origins.map((one) => {
    const whole = covered(one, call);
    const isMade = whole !== one && one.kind === "generated";
    return partial(isMade ? { ...whole, span: whole.expression.span } : whole);
  });
}

/** Functions of the language and of well-known packages. */
function resolveKnown(
  place: Place,
  name: string,
  args: readonly Place[],
  path: Path,
  evaluation: Evaluation,
): Origins | undefined {
  const [first] = args;
  if (/^use?RuntimeConfig$/i.test(name)) return runtimeConfigAt(place, path);
  if (first === undefined) return undefined;
  if (WRAPPERS.has(name)) {
    return transformed(place, evaluation.resolve(first, path));
  }
  if (name === "hkdfSync" || name === "hash") {
    const key = args[1];
    return key && transformed(place, evaluation.resolve(key, path));
  }
  if (MERGES.has(name) && path.length > 0) {
    const found = [...args].reverse().map((arg) => evaluation.resolve(arg, path));
    const present = found.map((some) => some.filter(({ kind }) => kind !== "absent"));
    const last = present.find((some) => some.length > 0);
    return last ?? [origin("absent", place)];
  }
  return undefined;
}

/** A function of another file: what can be told from its arguments alone. */
function resolveForeign(
  place: Place,
  args: readonly Place[],
  path: Path,
  evaluation: Evaluation,
): Origins | undefined {
  const [step, ...rest] = path;
  const [first, second] = args;
  if (step === undefined && second !== undefined && isSettingName(first, evaluation)) {
    const name =
      textOf(place.module, partsOf(place.node)[0] ?? place.node)
        .split(/[.?]+/)
        .at(-1) ?? "";
    const [withoutTypes = ""] = name.split("<", 1);
    if (!READERS.test(withoutTypes)) return undefined;
    return [origin("unknown", place), ...asFallback(evaluation.resolve(second, []), undefined)];
  }
  if (step?.kind === "call" && first && FUNCTIONS.has(first.node.name)) {
    return evaluation.resolve(first, path);
  }
  if (step?.kind !== "member") return undefined;
  const options = args.filter(
    ({ node }) => node.name === "ObjectExpression" && isOptions(place, node),
  );
  const handed = options.flatMap((arg) => evaluation.resolve(arg, path));
  if (handed.some(({ kind }) => kind !== "absent")) return handed;
  const last = rest.at(-1) ?? step;
  return last.kind === "member" ? defaultsOf(place, last, evaluation) : undefined;
}

/** `"AUTH_SECRET"` and the like. */
function isSettingName(argument: Place | undefined, evaluation: Evaluation): boolean {
  const [only] = argument === undefined ? [] : evaluation.resolve(argument, []);
  return only?.kind === "literal" && /^[A-Z][A-Z\d_]*$/.test(only.value ?? "");
}

function isOptions({ module }: Place, object: SyntaxNode): boolean {
  return object
    .getChildren("Property")
    .some((property) => OPTION_KEYS.test(textOf(module, property.firstChild ?? property)));
}

/** `new Name(…)`: bytes of text, or an instance of a class. */
export function resolveNew(place: Place, path: Path, evaluation: Evaluation): Origins {
  const callee = partsOf(place.node).find(({ name }) => name !== "new" && name !== "ArgList");
  if (callee === undefined) return [origin("unknown", place)];
  if (textOf(place.module, callee) === "Date") return [origin("generated", place)];
  if (referenceOf(place.module, callee) !== undefined) return [origin("unknown", place)];
  return evaluation.resolve({ ...place, node: callee }, [
    { kind: "call", args: argumentsOf(place), at: place },
    ...path,
  ]);
}
