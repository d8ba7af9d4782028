import type { Finding, Fix, Problem, Severity } from "./finding.ts";
import type { Project } from "./project.ts";
import { rules } from "./rules/index.ts";
import type { PlacedSuppression, Rule } from "./rules/rule.ts";
import type { Suppression } from "./suppression.ts";
import { suppressionsIn } from "./suppressionsIn.ts";

/** The severity that a user gives a rule, by its id; a rule that is not named keeps its own. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;

/** All findings of a project, in the order of file and place. A rule that is off is not run. */
export function analyze(project: Project, settings: RuleSettings = {}): readonly Finding[] {
  const active = rules.filter((rule) => settings[rule.id] !== "off");
  const used = new Set<Suppression>();
  const found = active
    .flatMap((rule) => asFindings(rule, rule.check(project), settings))
    .filter(({ file, rule, span }) => {
      const comments = suppressionsIn(project, file).suppressions.at(rule, span);
      for (const comment of comments) used.add(comment);
      return comments.length === 0;
    });
  const unused = unusedSuppressions(project, used, active);
  const late = active.flatMap((rule) =>
    asFindings(rule, rule.checkUnused?.(unused) ?? [], settings),
  );
  return [...found, ...late].sort(byPlace);
}

function asFindings(
  rule: Rule,
  problems: readonly Problem[],
  settings: RuleSettings,
): readonly Finding[] {
  const chosen = settings[rule.id];
  const severityOf = (own: Severity | undefined) =>
    chosen === undefined || chosen === "off" ? (own ?? rule.defaultSeverity) : chosen;
  return problems.map((problem) => ({
    ...problem,
    rule: rule.id,
    severity: severityOf(problem.severity),
  }));
}

/** Comments that silenced nothing, though all that they could silence was looked for. */
function unusedSuppressions(
  project: Project,
  used: ReadonlySet<Suppression>,
  active: readonly Rule[],
): readonly PlacedSuppression[] {
  const ran = new Set(active.map(({ id }) => id));
  const wasLookedFor = ({ rules: named }: Suppression) =>
    named.length === 0 ? ran.size === rules.length : named.every((id) => ran.has(id));
  const { envFiles, scripts, configFiles, texts } = project;
  const own = [...envFiles, ...scripts, ...configFiles].map(({ path }) => path);
  return [...new Set([...own, ...texts.keys()])].flatMap((path) =>
    suppressionsIn(project, path)
      .suppressions.comments.filter((comment) => !used.has(comment) && wasLookedFor(comment))
      .map((comment) => ({ file: path, comment })),
  );
}

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1);
}

/** The fixes of a finding that `analyze` has just returned for this very project, best first. */
export function fixesOf(finding: Finding, project: Project): readonly Fix[] {
  const rule = rules.find(({ id }) => id === finding.rule);
  return rule?.fixes?.(finding, project) ?? [];
}
