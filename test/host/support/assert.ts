// node:assert does not exist in the web worker host; these few do there what it does.

export function equal<T>(actual: T, expected: T, about = "the value"): void {
  if (!Object.is(actual, expected)) fail(about, actual, expected);
}

/** For plain data: what serializes alike is alike. */
export function deepEqual<T>(actual: T, expected: T, about = "the value"): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) fail(about, actual, expected);
}

export function ok(holds: unknown, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

function fail(about: string, actual: unknown, expected: unknown): never {
  throw new Error(
    `${about} is\n  ${JSON.stringify(actual)}\nand should be\n  ${JSON.stringify(expected)}`,
  );
}
