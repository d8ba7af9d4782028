import { type Finding, format, type LineMap, lineMap } from "../core/index.ts";

/** A place for people and programs: line and column from 1, offset from 0, in UTF-16 units. */
interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A finding as `--format json` prints it. */
interface PrintedFinding {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly start: Place;
  readonly end: Place;
}

/** What is printed, and the texts that it is about. */
interface Printed {
  readonly findings: readonly Finding[];
  readonly files: ReadonlyMap<string, string>;
  /** How many files were read. */
  readonly count: number;
}

/** How findings are written: for people, or for programs. */
export type Format = "pretty" | "json";

/** Findings in the order of files and places. */
export function print({ findings, files, count }: Printed, style: Format): string {
  const all = placed(findings, files);
  return style === "json" ? asJson(all, count) : asText(all, count);
}

function placed(
  findings: readonly Finding[],
  files: ReadonlyMap<string, string>,
): readonly PrintedFinding[] {
  const maps = new Map<string, LineMap>();
  const place = (file: string, offset: number): Place => {
    const lines = maps.get(file) ?? lineMap(files.get(file) ?? "");
    maps.set(file, lines);
    const { line, character } = lines.positionAt(offset);
    return { line: line + 1, column: character + 1, offset };
  };
  return findings
    .map(({ file, rule, severity, message, span }) => ({
      file,
      rule,
      severity,
      message: format(message),
      start: place(file, span.start),
      end: place(file, span.end),
    }))
    .sort(
      (a, b) =>
        Number(a.file > b.file) - Number(a.file < b.file) || a.start.offset - b.start.offset,
    );
}

function asJson(findings: readonly PrintedFinding[], files: number): string {
  return `${JSON.stringify({ files, findings }, undefined, 2)}\n`;
}

function asText(findings: readonly PrintedFinding[], files: number): string {
  const lines = findings.map(
    ({ file, start, severity, message, rule }) =>
      `${file}:${start.line}:${start.column} ${severity}: ${message} [${rule}]\n`,
  );
  const summary = `${counted(findings.length, "problem")} in ${counted(files, "file")}\n`;
  return [...lines, summary].join("");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
