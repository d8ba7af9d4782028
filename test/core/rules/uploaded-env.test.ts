import { describe, it } from "node:test";
import { uploadedEnv } from "../../../src/core/rules/uploaded-env.ts";
import { V5 } from "../../support/manifests.ts";
import { assertFixes, assertFlags, assertSilent, strongSecret } from "../../support/ruleCheck.ts";

const ENV = `AUTH_SECRET=${strongSecret()}\n`;
const COPY = "FROM node\nWORKDIR /app\n«COPY . .»\nCMD a\n";
const UNMARKED = COPY.replace(/[«»]/g, "");

describe("uploaded-env and images", () => {
  it("flags what copies the folder with an env file in it", () => {
    assertFlags(uploadedEnv, { ...V5, ".env.local": ENV, Dockerfile: COPY });
    for (const copy of ["ADD . /app", "COPY --chown=node:node ./ ./", "COPY . \\\n  /app"]) {
      const text = `FROM node\n«${copy}»\n`;
      assertFlags(uploadedEnv, { ...V5, ".env": ENV, "Dockerfile.prod": text });
    }
  });

  it("reads patterns as Docker does: from the root, the last one decides", () => {
    for (const ignored of [
      "node_modules\n",
      "web/.env\n",
      ".env*\n!.env\n",
      "*\n!.env\n",
      "# .env\n",
    ]) {
      assertFlags(uploadedEnv, { ...V5, ".env": ENV, Dockerfile: COPY, ".dockerignore": ignored });
    }
    assertFlags(uploadedEnv, {
      ...V5,
      "web/.env": ENV,
      Dockerfile: COPY,
      ".dockerignore": ".env\n",
    });
    for (const ignored of [
      ".env\n",
      "/.env\r\n",
      "./.env\n",
      "**/.env*\n",
      ".env*\n",
      "*\n!src\n",
    ]) {
      const files = { ...V5, ".env": ENV, Dockerfile: UNMARKED, ".dockerignore": ignored };
      assertSilent(uploadedEnv, files);
    }
  });

  it("prefers the ignore file of the Dockerfile's own name", () => {
    assertSilent(uploadedEnv, {
      ...V5,
      ".env": ENV,
      Dockerfile: UNMARKED,
      "Dockerfile.dockerignore": ".env\n",
      ".dockerignore": "",
    });
  });

  it("says nothing where no secret comes into the image", () => {
    assertSilent(uploadedEnv, { ...V5, Dockerfile: UNMARKED });
    assertSilent(uploadedEnv, {
      ...V5,
      Dockerfile: UNMARKED,
      ".env": "AUTH_SECRET=\n",
      ".env.example": "AUTH_SECRET=your-secret-here\n",
      ".env.test": ENV,
    });
    for (const text of [
      "FROM node AS build\nCOPY . .\nFROM node\nCOPY --from=build /app .\n",
      "FROM node\nCOPY package.json src ./\n",
      "FROM node\n# COPY . .\nRUN cp . .\n",
    ]) {
      assertSilent(uploadedEnv, { ...V5, ".env": ENV, Dockerfile: text });
    }
    assertSilent(uploadedEnv, { ...V5, ".env": ENV, "docker/Dockerfile": UNMARKED });
  });

  it("adds what is missing to the file, or makes it", () => {
    assertFixes(
      uploadedEnv,
      { ...V5, ".env": ENV, ".env.local": ENV, Dockerfile: COPY, ".dockerignore": "node_modules" },
      { ".dockerignore": "node_modules\n.env\n.env.local" },
    );
    assertFixes(
      uploadedEnv,
      { ...V5, "web/.env": ENV, Dockerfile: COPY },
      { ".dockerignore": "web/.env\n" },
    );
  });
});

describe("uploaded-env and Vercel", () => {
  it("flags env files that its command line uploads", () => {
    assertFlags(uploadedEnv, { ...V5, ".env": ENV, "vercel.json": "«{»}\n" });
    assertFlags(uploadedEnv, {
      ...V5,
      ".env.production": ENV,
      "vercel.json": "«{»}\n",
      ".vercelignore": ".env\n",
    });
  });

  it("says nothing of what is left out", () => {
    assertSilent(uploadedEnv, { ...V5, ".env.local": ENV, "vercel.json": "{}\n" });
    assertSilent(uploadedEnv, { ...V5, ".env.staging.local": ENV, "vercel.json": "{}\n" });
    assertSilent(uploadedEnv, {
      ...V5,
      ".env": ENV,
      "vercel.json": "{}\n",
      ".vercelignore": "./.env*\n",
    });
    assertSilent(uploadedEnv, { ...V5, ".env": ENV });
  });

  it("adds what is missing", () => {
    assertFixes(
      uploadedEnv,
      { ...V5, ".env": ENV, "vercel.json": "«{»}\n", ".vercelignore": "docs\r\n" },
      { ".vercelignore": "docs\r\n/.env\r\n" },
    );
  });
});
