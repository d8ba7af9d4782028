import type { rules } from "../../src/core/index.ts";

type Rule = (typeof rules)[number];

const END_OF_HEADER = "<!-- /header -->";

/** A rule's page: a header made from the rule, then whatever people wrote below it. */
export function rulePage(rule: Rule, page: string): string {
  const end = page.indexOf(END_OF_HEADER);
  const prose = end < 0 ? "\n" : page.slice(end + END_OF_HEADER.length);
  return `${header(rule)}${END_OF_HEADER}${prose}`;
}

function header({ id, title, defaultSeverity, fixes }: Rule): string {
  return [
    `# ${id}`,
    "",
    `${title}`,
    "",
    `Severity: **${defaultSeverity}** · Quick fix: **${fixes ? "yes" : "no"}** · Setting: \`"authSecret.rules": { "${id}": "off" }\``,
    "",
  ].join("\n");
}
