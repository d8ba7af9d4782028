import type { TestEvent } from "node:test/reporters";

/** A reporter for node:test beside the one that a person reads: the counts, as one line. */
// biome-ignore lint/style/noDefaultExport: node:test takes a reporter's default export.
export default async function* countsReporter(events: AsyncIterable<TestEvent>) {
  for await (const event of events) {
    // One without a file sums up all files.
    if (event.type !== "test:summary" || event.data.file !== undefined) continue;
    const { tests, passed, skipped: left, todo } = event.data.counts;
    const skipped = left + todo;
    const counts = { passed, failed: tests - passed - skipped, skipped };
    yield `\nnode-tests ${JSON.stringify(counts)}\n`;
  }
}
