import type { Case } from "./corpus.ts";
import { reader } from "./findings.ts";
import { milliseconds, quantile, type Row } from "./row.ts";

/** Types every case from its first character to its last. */
export function typingRows(cases: readonly Case[]): readonly Row[] {
  const times: number[] = [];
  let exceptions = 0;
  let alarms = 0;
  for (const { name, file, manifest, text, findings } of cases) {
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
      times.push(performance.now() - start);
    }
  }
  const slowest = quantile(times, 0.999);
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
      measure: "time for a prefix: median / 99.9 %",
      target: "≤ 5 ms",
      reached: `${milliseconds(quantile(times, 0.5))} / ${milliseconds(slowest)}`,
      isMet: slowest <= 5,
    },
  ];
}
