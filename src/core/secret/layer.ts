import { type Explanation, explain } from "./explain/explain.ts";
import { type Shape, shapeOf } from "./shape.ts";

/** A value, or what stands behind its encoding, and what we know of it. */
export interface Layer {
  readonly value: string;
  readonly shape: Shape;
  readonly explanation: Explanation;
}

export function layer(value: string): Layer {
  const shape = shapeOf(value);
  const signs = shape.encoding === "uuid" ? value.replace(/[{}-]/g, "") : value;
  return { value, shape, explanation: explain(signs) };
}
