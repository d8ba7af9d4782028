import { isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, type YAMLMap } from "yaml";
import { applyEdits, lineEndingOf, type TextEdit } from "../edit.ts";

/** The names of a Compose file's services, those that are built from source first. */
export function composeServices(text: string): readonly string[] {
  const services = servicesOf(text)?.items ?? [];
  const isBuilt = ({ value }: Pair) => isMap(value) && value.has("build");
  const ordered = [...services.filter(isBuilt), ...services.filter((pair) => !isBuilt(pair))];
  return ordered.flatMap(({ key }) => (isScalar(key) ? String(key.value) : []));
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
  const found = servicesOf(text)?.get(service);
  if (!isMap(found) || found.flow) return undefined;
  const edit = editOf(text, found, variable);
  return edit && isExact(text, edit, service, variable) ? [edit] : undefined;
}

function editOf(text: string, service: YAMLMap, variable: string): TextEdit | undefined {
  const reference = composeReference(variable);
  const environment = service.get("environment", true) as unknown;
  if (isMap(environment)) {
    const current = environment.get(variable, true);
    if (isPlaced(current)) return replace(current, reference);
    return environment.flow || environment.has(variable)
      ? undefined
      : lineAfter(text, environment, `${variable}: ${reference}`);
  }
  if (isSeq(environment)) {
    const line = `${variable}=${reference}`;
    const current = environment.items.find(
      (item) => isScalar(item) && String(item.value).split("=")[0] === variable,
    );
    if (isPlaced(current)) return replace(current, line);
    return environment.flow ? undefined : lineAfter(text, environment, `- ${line}`);
  }
  if (service.has("environment")) return undefined;
  return lineAfter(text, service, "environment:", `  ${variable}: ${reference}`);
}

type Placed = Scalar & { readonly range: readonly [number, number, number] };

function isPlaced(node: unknown): node is Placed {
  return isScalar(node) && node.range != null && node.range[1] > node.range[0];
}

function replace({ range: [start, end] }: Placed, newText: string): TextEdit {
  return { start, end, newText };
}

/** Lines of the same depth behind the last of a block's, comments at its end included. */
function lineAfter(
  text: string,
  block: { readonly range?: readonly [number, number, number] | null | undefined },
  ...lines: readonly string[]
): TextEdit | undefined {
  if (!block.range) return undefined;
  const [start, end] = block.range;
  const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  if (!/^ *$/.test(indent)) return undefined;
  const newline = lineEndingOf(text);
  const at = start + text.slice(start, end).trimEnd().length;
  const lineEnd = /\r?\n/.exec(text.slice(at))?.index ?? text.length - at;
  const place = at + lineEnd;
  return {
    start: place,
    end: place,
    newText: lines.map((line) => newline + indent + line).join(""),
  };
}

function servicesOf(text: string): YAMLMap | undefined {
  const document = parseDocument(text);
  const services = document.errors.length === 0 ? document.get("services") : undefined;
  return isMap(services) && !services.flow ? services : undefined;
}

/** True where the edit changes this variable of this service, and no other value. */
function isExact(text: string, edit: TextEdit, service: string, variable: string): boolean {
  const after = parseDocument(applyEdits(text, [edit]));
  if (after.errors.length > 0) return false;
  const path = ["services", service, "environment"];
  const [now, before] = [after, parseDocument(text)];
  const value = valueIn(now.getIn(path), variable);
  if (value !== composeReference(variable)) return false;
  for (const document of [now, before]) {
    const rest = document.getIn(path);
    if (isMap(rest)) rest.delete(variable);
    if (isSeq(rest)) rest.items = rest.items.filter((item) => nameIn(item) !== variable);
    if ((isMap(rest) || isSeq(rest)) && rest.items.length === 0) document.deleteIn(path);
  }
  return JSON.stringify(now.toJS()) === JSON.stringify(before.toJS());
}

function valueIn(environment: unknown, variable: string): unknown {
  if (isMap(environment)) return environment.get(variable);
  if (!isSeq(environment)) return undefined;
  const item = environment.items.find((each) => nameIn(each) === variable);
  return isScalar(item) ? String(item.value).slice(variable.length + 1) : undefined;
}

function nameIn(item: unknown): string | undefined {
  return isScalar(item) ? String(item.value).split("=")[0] : undefined;
}
