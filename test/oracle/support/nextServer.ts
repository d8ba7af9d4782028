import { registerHooks } from "node:module";

/** Next's own bundler resolves what next-auth imports without an ending; Node does not. */
registerHooks({
  resolve: (specifier, context, next) =>
    next(
      /^next\/(server|headers|navigation)$/.test(specifier) ? `${specifier}.js` : specifier,
      context,
    ),
});
