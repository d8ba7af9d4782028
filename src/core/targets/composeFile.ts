import { haveSameMeaning } from "../config/syntax/meaning.ts";
import {
  type ConfigNode,
  type ConfigPath,
  type MapNode,
  nodesAt,
  nodesIn,
  type PairNode,
  textUnder,
  valueUnder,
} from "../config/syntax/node.ts";
import { isSound, parseYaml } from "../config/syntax/yaml.ts";
import { applyEdits, lineEndingOf, type Span, type TextEdit } from "../edit.ts";

/** The names of a Compose file's services, those that are built from source first. */
export function composeServices(text: string): readonly string[] {
  const services = (servicesOf(rootOf(text))?.pairs ?? []).filter(({ key }) => key !== "<<");
  const isBuilt = ({ value }: PairNode) =>
    value?.kind === "map" && value.pairs.some(({ key }) => key === "build");
  return [...services.filter(isBuilt), ...services.filter((pair) => !isBuilt(pair))].map(
    ({ key }) => key,
  );
}

/** What a Compose file says to hand on a variable, and to refuse to start where it is not set. */
export function composeReference(variable: string): string {
  return `\${${variable}:?set ${variable}}`;
}

/**
 * The edits after which a service gets the variable from Compose's own environment, and nothing
 * else differs; undefined where the file is not one that such an edit is known for, as where the
 * service's environment is a flow collection or an alias.
 */
export function composeEdit(
  text: string,
  service: string,
  variable: string,
): readonly TextEdit[] | undefined {
  const root = rootOf(text);
  const services = servicesOf(root);
  const found = services && ownPair(services, service)?.value;
  if (root === undefined || found?.kind !== "map" || found.isFlow) return undefined;
  const edit = editOf(text, found, variable);
  if (edit === undefined) return undefined;
  const after = rootOf(applyEdits(text, [edit]));
  return after && isExact(root, after, service, variable) ? [edit] : undefined;
}

function editOf(text: string, service: MapNode, variable: string): TextEdit | undefined {
  const reference = composeReference(variable);
  const pair = ownPair(service, "environment");
  if (pair === undefined) {
    return lineAfter(text, service.span, "environment:", `  ${variable}: ${reference}`);
  }
  const environment = pair.value;
  if (environment === undefined || !isWithin(environment.span, pair.span)) return undefined;
  if (environment.kind === "scalar" || environment.isFlow) return undefined;
  if (environment.kind === "map") {
    const current = ownPair(environment, variable);
    return current
      ? replace(current.value, current.span, reference)
      : lineAfter(text, environment.span, `${variable}: ${reference}`);
  }
  const line = `${variable}=${reference}`;
  const [current, ...twins] = environment.items.filter((item) => nameIn(item) === variable);
  if (twins.length > 0) return undefined;
  return current
    ? replace(current, environment.span, line)
    : lineAfter(text, environment.span, `- ${line}`);
}

/** A map's pair that is written in it, and does not come from elsewhere by a merge key. */
function ownPair({ pairs, span }: MapNode, key: string): PairNode | undefined {
  return pairs.find((pair) => pair.key === key && isWithin(pair.span, span));
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** A value stands elsewhere where an alias leads to it. */
function replace(
  node: ConfigNode | undefined,
  within: Span,
  newText: string,
): TextEdit | undefined {
  if (node?.kind !== "scalar" || !isWithin(node.span, within)) return undefined;
  return node.span.end > node.span.start ? { ...node.span, newText } : undefined;
}

/** What the first line begins with that has more than a comment. */
const FIRST_CONTENT = /^[^\S\r\n\u2028\u2029]*(?=[^\s#])/m;

/** Lines of the same depth behind the last of a block's. */
function lineAfter(
  text: string,
  { start: before, end }: Span,
  ...lines: readonly string[]
): TextEdit | undefined {
  // A block's span begins behind the colon, its lines below that.
  const first = FIRST_CONTENT.exec(text.slice(before, end));
  const start = first ? before + first.index + first[0].length : end;
  const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  if (!/^ *$/.test(indent)) return undefined;
  const newline = lineEndingOf(text);
  const at = start + text.slice(start, end).trimEnd().length;
  const place = at + (/\r?\n/.exec(text.slice(at))?.index ?? text.length - at);
  return {
    start: place,
    end: place,
    newText: lines.map((line) => newline + indent + line).join(""),
  };
}

/** The file's one document; undefined where it has mistakes, as keys that stand twice. */
function rootOf(text: string): ConfigNode | undefined {
  if (!isSound(text)) return undefined;
  const [root, ...others] = parseYaml(text);
  if (root === undefined || others.length > 0) return undefined;
  return nodesIn(root).some(hasTwins) ? undefined : root;
}

function hasTwins(node: ConfigNode): boolean {
  if (node.kind !== "map") return false;
  const own = node.pairs.filter(({ span }) => isWithin(span, node.span)).map(({ key }) => key);
  return new Set(own).size < own.length;
}

function servicesOf(root: ConfigNode | undefined): MapNode | undefined {
  const services = valueUnder(root, "services");
  return services?.kind === "map" && !services.isFlow ? services : undefined;
}

/** True where this variable of this service is the reference, and no other value has changed. */
function isExact(before: ConfigNode, after: ConfigNode, service: string, variable: string) {
  const [environment] = nodesAt(after, ["services", service, "environment"]);
  return (
    valueIn(environment, variable) === composeReference(variable) &&
    haveSameMeaning(without(before, service, variable), without(after, service, variable))
  );
}

function valueIn(environment: ConfigNode | undefined, variable: string): string | undefined {
  if (environment?.kind !== "list") return textUnder(environment, variable);
  const item = environment.items.find((each) => nameIn(each) === variable);
  return item?.kind === "scalar" ? item.value.slice(variable.length + 1) : undefined;
}

function nameIn(item: ConfigNode): string | undefined {
  return item.kind === "scalar" ? item.value.split("=")[0] : undefined;
}

/** The file without the variable of the service, whose environment may then be empty and gone. */
function without(root: ConfigNode, service: string, variable: string): ConfigNode {
  return changed(root, ["services", service, "environment"], (environment) => {
    if (environment.kind === "scalar") return environment;
    if (environment.kind === "map") {
      const pairs = environment.pairs.filter(({ key }) => key !== variable);
      return pairs.length > 0 ? { ...environment, pairs } : undefined;
    }
    const items = environment.items.filter((item) => nameIn(item) !== variable);
    return items.length > 0 ? { ...environment, items } : undefined;
  });
}

function changed(
  node: ConfigNode,
  [key, ...below]: ConfigPath,
  change: (node: ConfigNode) => ConfigNode | undefined,
): ConfigNode {
  if (node.kind !== "map") return node;
  const pairs = node.pairs.flatMap((pair) => {
    if (pair.key !== key || pair.value === undefined) return pair;
    const value = below.length > 0 ? changed(pair.value, below, change) : change(pair.value);
    return value ? { ...pair, value } : [];
  });
  return { ...node, pairs };
}
