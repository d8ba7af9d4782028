import { type Case, type Expected, rangesOf } from "./corpus.ts";
import { type Found, reader } from "./findings.ts";
import { percent, type Row } from "./row.ts";

/** How a case came out: nothing missed and nothing else said is exact. */
interface Outcome {
  readonly one: Case;
  readonly missed: readonly Expected[];
  readonly extra: readonly Found[];
}

export function accuracyRows(cases: readonly Case[]): readonly Row[] {
  const outcomes = cases.map(outcomeOf);
  const clean = outcomes.filter(({ one }) => one.findings.length === 0);
  const broken = outcomes.filter(({ one }) => one.broken);
  for (const { one, missed, extra } of outcomes.filter((outcome) => !isExact(outcome))) {
    const told = extra.map(({ code, start, end }) => `extra ${code} at ${start}-${end}`);
    const wanted = missed.map(({ code, target }) => `missed ${code} ${target}`);
    console.log(`${one.name}: ${[...wanted, ...told].join("; ")}`);
  }
  const alarms = clean.filter(({ extra }) => extra.length > 0).length;
  return [
    {
      measure: "cases with exactly the expected findings, range included",
      target: "≥ 97 %",
      reached: percent(outcomes.filter(isExact).length, outcomes.length),
      isMet: outcomes.filter(isExact).length >= 0.97 * outcomes.length,
    },
    {
      measure: "clean cases with a finding",
      target: "0",
      reached: `${alarms} of ${clean.length}`,
      isMet: alarms === 0,
    },
    {
      measure: "broken cases with the findings outside the break, and no other",
      target: "≥ 95 %",
      reached: percent(broken.filter(isExact).length, broken.length),
      isMet: broken.filter(isExact).length >= 0.95 * broken.length,
    },
  ];
}

function isExact({ missed, extra }: Outcome): boolean {
  return missed.length === 0 && extra.length === 0;
}

function outcomeOf(one: Case): Outcome {
  const left = [...reader(one.file, one.manifest)(one.text)];
  const missed = one.findings.filter((finding) => {
    const codes = [finding.code, ...(finding.alt ?? [])];
    const ranges = rangesOf(one.text, finding);
    const at = left.findIndex(
      ({ code, start, end }) =>
        codes.includes(code) && ranges.some(([from, to]) => from === start && to === end),
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0 && finding.optional !== true;
  });
  return { one, missed, extra: left };
}
