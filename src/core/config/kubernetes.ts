import { type Message, message } from "../message.ts";
import { decodeBase64 } from "../secret/decode.ts";
import type { ConfigEntry, ConfigKind, Remedy } from "./configFile.ts";
import { blockBelow } from "./edits.ts";
import { rootsOf } from "./language.ts";
import { takeOut } from "./remedies.ts";
import { type ConfigNode, nodesAt, nodesIn, textUnder, valueUnder } from "./syntax/node.ts";
import { inOrder, variablesIn } from "./variables.ts";

/** Manifests of any name: what they are stands in them. Helm's templates hold `{{ }}` for values. */
export const kubernetes: ConfigKind = {
  id: "kubernetes",
  title: message("the manifest"),
  isFile: (path) => /\.ya?ml$/.test(path),
  read(path, text) {
    if (!/^[ \t-]*(?:apiVersion|secretGenerator|configMapGenerator)[ \t]*:/m.test(text)) return [];
    return inOrder(rootsOf(path, text).flatMap((root) => readManifest(root, text)));
  },
  interpolates: false,
  remedy(entry, text) {
    const { origin } = entry;
    if (origin.form !== "node" || origin.pair === undefined) return undefined;
    return origin.pair.key === "value"
      ? readFromSecret(entry, text)
      : takeOut(entry, text, createSecret(entry.name));
  },
};

function createSecret(variable: string): Message {
  return message(
    "Make the secret in the cluster instead: `kubectl create secret generic auth-secret --from-file={0}=/dev/stdin` reads the value from standard input.",
    variable,
  );
}

function readManifest(root: ConfigNode, text: string): readonly ConfigEntry[] {
  const generators = ["secretGenerator", "configMapGenerator"]
    .flatMap((key) => nodesAt(root, [key, "*", "literals"]))
    .flatMap((node) => variablesIn(node, root, text));
  return [
    ...generators,
    ...nodesIn(root).flatMap((node) => [
      ...(isResource(node) ? dataOf(node, root, text) : []),
      ...containerVariables(node, root, text),
    ]),
  ];
}

function isResource(node: ConfigNode): boolean {
  return textUnder(node, "apiVersion") !== undefined && textUnder(node, "kind") !== undefined;
}

function dataOf(node: ConfigNode, root: ConfigNode, text: string): readonly ConfigEntry[] {
  const under = (key: string) => {
    const data = valueUnder(node, key);
    return data?.kind === "map" ? variablesIn(data, root, text) : [];
  };
  const kind = textUnder(node, "kind");
  if (kind === "ConfigMap") return under("data");
  if (kind !== "Secret") return [];
  return [...under("stringData"), ...under("data").map(decoded)];
}

/** A Secret's `data` is base64; what is none cannot be deployed, and so is no secret yet. */
function decoded(entry: ConfigEntry): ConfigEntry {
  const value = decodedText(entry.value.trim());
  return { ...entry, value: value ?? "" };
}

function decodedText(base64: string): string | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) return undefined;
  const bytes = decodeBase64(base64);
  if (bytes === undefined) return base64;
  const text = String.fromCharCode(...bytes.slice(0, 4096));
  return /^[\x20-\x7e\r\n]+$/.test(text) ? text : base64;
}

function containerVariables(
  node: ConfigNode,
  root: ConfigNode,
  text: string,
): readonly ConfigEntry[] {
  const env = valueUnder(node, "env");
  return env?.kind === "list" ? variablesIn(env, root, text) : [];
}

function readFromSecret(entry: ConfigEntry, text: string): Remedy | undefined {
  const { origin, name } = entry;
  if (origin.form !== "node" || origin.pair === undefined) return undefined;
  const { keySpan, span } = origin.pair;
  const reference = `{ name: auth-secret, key: ${name} }`;
  const below = origin.isFlow
    ? ` { secretKeyRef: ${reference} }`
    : blockBelow(text, keySpan, ["  secretKeyRef:", "    name: auth-secret", `    key: ${name}`]);
  return {
    title: message("Read it from a secret of the cluster"),
    notice: createSecret(name),
    edits: [{ ...span, newText: `valueFrom:${below}` }],
  };
}
