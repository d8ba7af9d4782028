import type { Fix, Problem, Severity } from "../finding.ts";
import type { Project } from "../project.ts";
import type { Suppression } from "../suppression.ts";

/** One thing that can be wrong, with the ways to mend it. Its file is named after its id. */
export interface Rule {
  /** Kebab-case; the diagnostic code, docs anchor, settings key and test file bear the same name. */
  readonly id: string;
  /** One line for tables: what it reports. */
  readonly title: string;
  readonly defaultSeverity: Severity;
  check(project: Project): readonly Problem[];
  /** Called last, with the comments that silenced nothing of what the rules found. */
  checkUnused?(unused: readonly PlacedSuppression[]): readonly Problem[];
  /** True where its problems are best mended all at once, in every package. */
  readonly isFixedTogether?: boolean;
  /** The best fix first. The problem is one that `check` has just returned for this project. */
  fixes?(problem: Problem, project: Project): readonly Fix[];
}

/** A comment that silences rules, and the file that it stands in. */
export interface PlacedSuppression {
  readonly file: string;
  readonly comment: Suppression;
}
