import { message } from "../message.ts";
import type { DeployTarget } from "./target.ts";

/** wrangler 4.164.0, read, and run against a stand-in for its API. */
export const cloudflare: DeployTarget = {
  id: "cloudflare",
  name: "Cloudflare Workers",
  marker: /^(?:wrangler\.(?:toml|jsonc?)|\.wrangler)$/,
  environments: [],
  delivery: {
    kind: "tool",
    programs: ["wrangler"],
    args: (variable) => ["secret", "put", variable],
    input: (_, value) => value,
    fallbacks: [],
    byHand: (variable) => `wrangler secret put ${variable}`,
  },
  dashboard: "https://dash.cloudflare.com/?to=/:account/workers-and-pages",
  next: message("The Worker runs with it at once: a new version was deployed."),
};
