import { rules } from "../../src/core/index.ts";
import type { Manifest } from "./manifest.ts";

export function ruleTable(): string {
  return table(
    ["Rule", "Reports", "Severity", "Quick fix"],
    rules.map(({ id, title, defaultSeverity, fixes }) => [
      `[\`${id}\`](docs/rules/${id}.md)`,
      title,
      defaultSeverity,
      fixes ? "yes" : "no",
    ]),
  );
}

export function settingTable({ contributes }: Manifest): string {
  return table(
    ["Setting", "Default", "What it does"],
    Object.entries(contributes.configuration.properties).map(([name, setting]) => [
      `\`${name}\``,
      `\`${JSON.stringify(setting.default)}\``,
      setting.markdownDescription,
    ]),
  );
}

export function commandTable({ contributes }: Manifest): string {
  return table(
    ["Command", "Id"],
    contributes.commands.map(({ command, title, category }) => [
      `**${category}: ${title}**`,
      `\`${command}\``,
    ]),
  );
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return ["", line(header), line(header.map(() => "---")), ...rows.map(line), ""].join("\n");
}
