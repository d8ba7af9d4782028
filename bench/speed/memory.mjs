// Loaded into every measured program of Node: says at its end how much memory it took at most.
import { writeSync } from "node:fs";

process.on("exit", () => writeSync(2, `max-rss ${process.resourceUsage().maxRSS}\n`));
