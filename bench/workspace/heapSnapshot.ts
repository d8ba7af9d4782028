import { readFileSync } from "node:fs";

/** Bytes on a heap, by whom they are taken. */
export interface HeapSizes {
  /** What programs hold: objects, texts, lists, closures, and what these hold outside the heap. */
  readonly held: number;
  /** What the engine adds for speed: compiled code, what it has learnt of types, shapes of objects. */
  readonly engine: number;
  /** Of what is held, how much by objects of each class. */
  readonly classes: ReadonlyMap<string, ClassSize>;
}

interface ClassSize {
  readonly count: number;
  readonly bytes: number;
}

/** What is read of a snapshot in V8's format (`v8.writeHeapSnapshot`). */
interface SnapshotFile {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** Kinds of nodes that no program made. */
const ENGINE = new Set(["code", "hidden", "object shape", "synthetic"]);

export function sizesIn(file: string): HeapSizes {
  const { snapshot, nodes, strings }: SnapshotFile = JSON.parse(readFileSync(file, "utf8"));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [typeAt, nameAt, sizeAt] = ["type", "name", "self_size"].map((name) =>
    fields.indexOf(name),
  ) as [number, number, number];
  const classes = new Map<string, ClassSize>();
  let held = 0;
  let engine = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    const type = types[0][nodes[at + typeAt] ?? -1] ?? "";
    const bytes = nodes[at + sizeAt] ?? 0;
    if (ENGINE.has(type)) {
      engine += bytes;
      continue;
    }
    held += bytes;
    // Texts are named by what stands in them.
    const name = type === "object" || type === "native" ? strings[nodes[at + nameAt] ?? -1] : type;
    const known = classes.get(name ?? "");
    classes.set(name ?? "", { count: (known?.count ?? 0) + 1, bytes: (known?.bytes ?? 0) + bytes });
  }
  return { held, engine, classes };
}
