import { parentPort, workerData } from "node:worker_threads";
import { DEFAULT_SETTINGS } from "../core/index.ts";
import { walk } from "./walk.ts";

// The thread that `startWalk` starts, with the folder for its data: tells each part as it is read.
for (const part of walk(workerData, DEFAULT_SETTINGS)) parentPort?.postMessage(part);
