/** Rejections of the extension under test that nobody handled; others live in the same host. */
const unhandled: string[] = [];

/** A line of a stack in one of the bundles; messages of others name the folders that tests make. */
const OURS = /^\s+at .*\/dist\/(?:node|web|parts)\//m;

/** Begins to listen, for the rest of the run. */
export function listenForUnhandled(): void {
  const note = (reason: unknown) => {
    const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    if (OURS.test(text)) unhandled.push(text);
  };
  if ("process" in globalThis) process.on("unhandledRejection", note);
  else {
    globalThis.addEventListener("unhandledrejection", ({ reason }: { readonly reason: unknown }) =>
      note(reason),
    );
  }
}

/** Fails where there were any since it was last asked. */
export function failOnUnhandled(): void {
  const found = unhandled.splice(0);
  if (found.length > 0) throw new Error(`rejections that nobody handled:\n${found.join("\n")}`);
}
