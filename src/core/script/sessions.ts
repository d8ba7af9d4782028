import type { OptionPath } from "../frameworks/framework.ts";
import { type Evaluation, isAbsent, type Origins } from "./evaluate/origin.ts";
import { pathTo, type Root } from "./roots/root.ts";
import type { Sessions } from "./script.ts";

/** What the options of a set-up say of sessions. */
export function sessionsOf(root: Root, evaluation: () => Evaluation): Sessions {
  const facts = root.option.framework.rotation.sessions;
  if (facts === undefined) return { kind: "token", maxAge: undefined };
  const read = (names: OptionPath) => readingsOf(root, names, evaluation());
  const [strategies, adapters] = [told(read(facts.strategy)), told(read(facts.adapter))];
  const [asObject, called] = read(facts.maxAge);
  return {
    kind: kindOf(
      strategies.filter((one) => !isAbsent(one)),
      adapters,
    ),
    maxAge: secondsIn(asObject) ?? secondsIn(called),
  };
}

/** Auth.js: `session.strategy`, and without it a database where there is an adapter. */
function kindOf(strategies: Origins, adapters: Origins): Sessions["kind"] {
  const [strategy, ...others] = strategies;
  if (strategy !== undefined) {
    const isKnown = others.length === 0 && strategy.isWhole;
    if (isKnown && strategy.value === "jwt") return "token";
    return isKnown && strategy.value === "database" ? "database" : "unknown";
  }
  if (adapters.every(isAbsent)) return "token";
  return adapters.every((one) => !isAbsent(one) && one.isWhole) ? "database" : "unknown";
}

type Readings = readonly [asObject: Origins, called: Origins];

/** Options are an object, or what a function returns: read as the other, all is unknown. */
function readingsOf({ place }: Root, names: OptionPath, evaluation: Evaluation): Readings {
  const path = pathTo(place, names);
  const call = { kind: "call", args: [], at: place } as const;
  return [evaluation.resolve(place, path), evaluation.resolve(place, [call, ...path])];
}

function told([asObject, called]: Readings): Origins {
  const isUnknown = asObject.length > 0 && asObject.every(({ kind }) => kind === "unknown");
  return isUnknown ? called : asObject;
}

/** `2592000`, `30 * 24 * 60 * 60`. */
function secondsIn(origins: Origins): number | undefined {
  const [only, ...others] = origins;
  if (only === undefined || others.length > 0 || isAbsent(only)) return undefined;
  const text = only.module.text.slice(only.span.start, only.span.end);
  if (!/^\d[\d_]*(?:\s*\*\s*\d[\d_]*)*$/.test(text)) return undefined;
  return text
    .split("*")
    .map((factor) => Number(factor.replaceAll("_", "")))
    .reduce((product, factor) => product * factor);
}
