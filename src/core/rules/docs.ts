const PAGES = "https://github.com/auth-secret/auth-secret/blob/main/docs/rules";

/** The address of a rule's page. */
export function ruleDocs(rule: string): string {
  return `${PAGES}/${rule}.md`;
}
