import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { cached } from "./cache.ts";
import { runProgram } from "./program.ts";
import { Trouble } from "./trouble.ts";

const args = ["--disable-background-networking", "--disable-gpu", "--no-sandbox"];

/** Opens a browser without a window: the one that comes as a package, or an installed Chrome. */
export async function launchBrowser(): Promise<Browser> {
  try {
    return await (process.platform === "linux" && process.arch === "x64"
      ? launchPackaged(await unpackedChromium())
      : chromium.launch({ channel: "chrome", args }));
  } catch (error) {
    throw asTrouble(error);
  }
}

async function launchPackaged(folder: string): Promise<Browser> {
  const env = { ...process.env, FONTCONFIG_FILE: join(folder, "fonts/here.conf") };
  const launch = (more: Record<string, string>) =>
    chromium.launch({ executablePath: join(folder, "chromium"), env: { ...env, ...more }, args });
  try {
    return await launch({});
  } catch (error) {
    if (!missingLibrary.test(String(error))) throw error;
    // A bare machine: the package brings those libraries too.
    return await launch({ LD_LIBRARY_PATH: join(folder, "al2023/lib") });
  }
}

/** The package keeps its browser compressed and unpacks to the temporary folder: here, the cache. */
async function unpackedChromium(): Promise<string> {
  const require = createRequire(import.meta.url);
  const main = require.resolve("@sparticuz/chromium");
  const { version } = require(join(main, "../../../package.json")) as { version: string };
  return await cached(`chromium-${version}`, 300, async (folder) => {
    console.error(`Unpacking Chromium ${version} (once) …`);
    const script = `require(${JSON.stringify(main)}).executablePath()`;
    // On the machines named so, it unpacks the system libraries that it brings as well.
    const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
    await runProgram(process.execPath, ["-e", script], { env });
    for (const part of ["chromium", "fonts", "al2023"]) {
      if (!existsSync(join(folder, part))) throw new Error(`Chromium came without ${part}`);
    }
    writeFileSync(join(folder, "fonts/here.conf"), fontConfiguration);
  });
}

/** Without any font the browser ends at once; the package's own list looks in other folders. */
const fontConfiguration = `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

const missingLibrary = /loading shared libraries: (\S+?):/;

function asTrouble(error: unknown): unknown {
  const text = String(error);
  const library = missingLibrary.exec(text)?.[1];
  if (library) {
    return new Trouble(
      `The test browser needs ${library}, which this system has not: on Debian and Ubuntu, "apt-get install libnss3" brings what is needed.`,
    );
  }
  if (/distribution 'chrome' is not found/.test(text)) {
    return new Trouble("The tests need a browser here: install Google Chrome.");
  }
  return error;
}
