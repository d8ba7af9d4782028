import { cloudflare } from "./cloudflare.ts";
import { type PlacedTarget, placeTargets } from "./detect.ts";
import { docker } from "./docker.ts";
import { fly } from "./fly.ts";
import { githubActions } from "./githubActions.ts";
import { heroku } from "./heroku.ts";
import { netlify } from "./netlify.ts";
import { railway } from "./railway.ts";
import { render } from "./render.ts";
import type { DeployTarget } from "./target.ts";
import { vercel } from "./vercel.ts";

/** Every deploy target, in the order in which lists show them. */
export const targets: readonly DeployTarget[] = [
  vercel,
  fly,
  railway,
  docker,
  cloudflare,
  githubActions,
  netlify,
  heroku,
  render,
];

/**
 * All targets for a project's folder, those that the workspace's files and folders tell of first;
 * `paths` are workspace-relative, of that folder and of those above it.
 */
export function detectTargets(
  paths: readonly string[],
  directory: string,
): readonly PlacedTarget[] {
  return placeTargets(targets, directory, paths);
}
