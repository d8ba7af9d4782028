import type { FileEdit } from "../edit.ts";
import type { Project } from "../project.ts";
import {
  isTypeScript,
  listedBehind,
  listOption,
  listSecrets,
  ownSetups,
  ownSources,
} from "../script/rewrite/secretList.ts";

/**
 * How an old secret stays of use beside the new one:
 * - `list`: both are handed to the library; `numbered`: it gathers numbered variables by itself;
 * - `retry`: code of the app tries the old one; `versions`: it goes on to decrypt data, no more;
 * - `none`: not at all.
 */
export interface Scheme {
  readonly kind: "list" | "numbered" | "retry" | "versions" | "none";
  /** The variable that the old secret is kept in. */
  readonly old: string;
  /** What the source needs for it. */
  readonly source: readonly FileEdit[];
  /** What to write by hand instead, where no edit is certain to be right. */
  readonly snippet: string | undefined;
}

export function schemeOf(project: Project, variable: string): Scheme {
  const { rotation } = project.framework;
  const old = oldNameOf(project, variable);
  const none: Scheme = { kind: "none", old, source: [], snippet: undefined };
  const file = ownSetups(project)[0]?.file ?? ownSources(project)[0]?.file ?? "auth.ts";
  if (rotation.versions !== undefined) {
    return isLeftToLibrary(project) ? { ...none, kind: "versions" } : none;
  }
  if (rotation.numbered.includes(variable) && isLeftToLibrary(project)) {
    return { ...none, kind: "numbered" };
  }
  if (rotation.takesList) {
    const source = listSecrets(project, { variable, old });
    const snippet = listOption(project.framework, { variable, old }, file);
    return { ...none, kind: "list", source: source ?? [], snippet: source ? undefined : snippet };
  }
  const snippet = rotation.retry?.({ variable, old }, isTypeScript(file));
  return snippet === undefined ? none : { ...none, kind: "retry", snippet };
}

/** The name that the source has for it already, or one made from the variable's own. */
function oldNameOf(project: Project, variable: string): string {
  const [listed] = ownSources(project)
    .filter((source) => source.variable === variable)
    .flatMap((source) => listedBehind(project, source) ?? []);
  return listed ?? `${variable}_OLD`;
}

/** True where every set-up looks for its variables itself, and nothing else is handed one. */
function isLeftToLibrary(project: Project): boolean {
  const setups = ownSetups(project);
  const { variables, rotation } = project.framework;
  const isOwn = (name = "") => rotation.versions !== undefined && variables.includes(name);
  return (
    setups.length > 0 &&
    setups.every((one) => one.variables?.every(isOwn)) &&
    ownSources(project).every(({ kind, variable }) => kind === "environment" && isOwn(variable))
  );
}
