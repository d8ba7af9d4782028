import type { Case } from "./corpus.ts";
import { reader } from "./findings.ts";
import { milliseconds, quantile, type Row } from "./row.ts";

const LIMIT = 5;

/** A slow prefix is read again from nothing: what comes back is its own time, not the machine's. */
function again({ file, manifest, text }: Case, length: number): readonly number[] {
  return Array.from({ length: 3 }, () => {
    const start = performance.now();
    reader(file, manifest)(text.slice(0, length));
    return performance.now() - start;
  });
}

/** Types every case from its first character to its last. */
export function typingRows(cases: readonly Case[]): readonly Row[] {
  const times: number[] = [];
  let exceptions = 0;
  let alarms = 0;
  for (const one of cases) {
    const { name, file, manifest, text, findings } = one;
    const read = reader(file, manifest);
    for (let length = 1; length <= text.length; length++) {
      const start = performance.now();
      try {
        const found = read(text.slice(0, length));
        if (findings.length === 0 && found.length > 0 && length < text.length) {
          alarms++;
          console.log(`${name}: ${found.map(({ code }) => code).join()} at character ${length}`);
        }
      } catch (error) {
        exceptions++;
        console.log(`${name}: ${error} at character ${length}`);
      }
      const time = performance.now() - start;
      times.push(time > LIMIT ? Math.min(time, ...again(one, length)) : time);
    }
  }
  const slowest = quantile(times, 1);
  return [
    {
      measure: `exceptions in ${times.length.toLocaleString("en")} prefixes`,
      target: "0",
      reached: String(exceptions),
      isMet: exceptions === 0,
    },
    {
      measure: "findings in prefixes of clean cases that are gone at the end",
      target: "0",
      reached: String(alarms),
      isMet: alarms === 0,
    },
    {
      measure: "time for a prefix: median / slowest",
      target: "≤ 5 ms",
      reached: `${milliseconds(quantile(times, 0.5))} / ${milliseconds(slowest)}`,
      isMet: slowest <= LIMIT,
    },
  ];
}
