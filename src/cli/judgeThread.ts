import { parentPort, workerData } from "node:worker_threads";
import { type Judging, startJudging } from "./startJudging.ts";
import type { WalkPart } from "./walk.ts";

// The thread that `judgeFolder` starts, with the folder and the format for its data: judges each part as
// it comes, and answers the last one with all that is to be said.
if (parentPort) listen(parentPort, startJudging(workerData.folder, workerData.format));

function listen(port: NonNullable<typeof parentPort>, judging: Judging): void {
  port.on("message", (part: WalkPart) => {
    judging.take(part);
    if (!part.isLast) return;
    port.postMessage(judging.finish());
    port.close();
  });
}
