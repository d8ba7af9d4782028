import type { Finding, Fix, Severity } from "./finding.ts";
import type { Project } from "./project.ts";
import { rules } from "./rules/index.ts";
import type { Rule } from "./rules/rule.ts";
import { readSuppressions, type Suppressions } from "./suppression.ts";

/** The severity that a user gives a rule, by its id; a rule that is not named keeps its own. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;

/** All findings of a project, in the order of file and place. A rule that is off is not run. */
export function analyze(project: Project, settings: RuleSettings = {}): readonly Finding[] {
  const suppressions = suppressionsOf(project);
  return rules
    .filter((rule) => settings[rule.id] !== "off")
    .flatMap((rule) => checkRule(rule, project, settings))
    .filter((finding) => !suppressions(finding.file).silences(finding.rule, finding.span))
    .sort(byPlace);
}

function checkRule(rule: Rule, project: Project, settings: RuleSettings): readonly Finding[] {
  const chosen = settings[rule.id];
  const severityOf = (own: Severity | undefined) =>
    chosen === undefined || chosen === "off" ? (own ?? rule.defaultSeverity) : chosen;
  return rule
    .check(project)
    .map((problem) => ({ ...problem, rule: rule.id, severity: severityOf(problem.severity) }));
}

function suppressionsOf(project: Project): (file: string) => Suppressions {
  const texts = new Map([
    ...project.scripts.flatMap(({ importedTexts }) => [...importedTexts]),
    ...[...project.envFiles, ...project.scripts].map((file): readonly [string, string] => [
      file.path,
      file.text,
    ]),
  ]);
  const read = new Map<string, Suppressions>();
  return (file) => {
    const known = read.get(file) ?? readSuppressions(texts.get(file) ?? "");
    read.set(file, known);
    return known;
  };
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
