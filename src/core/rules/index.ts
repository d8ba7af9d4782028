import type { Rule } from "./rule.ts";

/** Every rule, in the order in which tables list them. */
export const rules: readonly Rule[] = [];
