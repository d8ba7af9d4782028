/** One line of the table. */
export interface Row {
  readonly measure: string;
  readonly target: string;
  readonly reached: string;
  readonly isMet: boolean;
}

export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ measure, target, reached, isMet }) =>
      `| ${measure} | ${target} | ${reached} | ${isMet ? "yes" : "**no**"} |`,
  );
  return ["| measure | to reach | reached | met |", "| --- | --- | --- | --- |", ...lines].join(
    "\n",
  );
}

export function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} % (${part} of ${whole})`;
}

/** The value below which a share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function milliseconds(time: number): string {
  return `${time.toFixed(2)} ms`;
}
