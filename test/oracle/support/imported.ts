import { registerHooks } from "node:module";

// next-auth imports `next/server`, which Node finds under its whole name only.
registerHooks({
  resolve(specifier, context, next) {
    const isNext = /^next\/(server|headers|navigation)$/.test(specifier);
    return next(isNext ? `${specifier}.js` : specifier, context);
  },
});

/** A package without its types: those of Next.js would change what Node's are for the whole project. */
export async function imported(specifier: string): Promise<Record<string, unknown>> {
  return await import(specifier);
}
