import { isWithin, parentsOf } from "../paths.ts";
import type { DeployTarget } from "./target.ts";

/** A target, and the folder of the project that it is set up in; undefined where nothing tells. */
export interface PlacedTarget {
  readonly target: DeployTarget;
  /** Workspace-relative: the project's own folder, or the nearest above it with the target's files. */
  readonly folder: string | undefined;
}

/**
 * All targets for a project's folder: first those that files and folders at these paths tell of,
 * either way in the order given.
 */
export function placeTargets(
  targets: readonly DeployTarget[],
  directory: string,
  paths: readonly string[],
): readonly PlacedTarget[] {
  const folders = directory === "" ? [""] : [directory, ...parentsOf(directory)];
  const placed = targets.map((target) => ({
    target,
    folder: folders.find((folder) => paths.some((path) => isMarker(target, folder, path))),
  }));
  const isPresent = ({ folder }: PlacedTarget) => folder !== undefined;
  return [...placed.filter(isPresent), ...placed.filter((each) => !isPresent(each))];
}

function isMarker({ marker }: DeployTarget, folder: string, path: string): boolean {
  if (!isWithin(path, folder)) return false;
  return marker.test(folder === "" ? path : path.slice(folder.length + 1));
}
