import type { TokenReport } from "./verifyToken.ts";

/**
 * Why the application does not accept a token:
 * - `missingPart`, `truncated`, `changed`: the token is not what it was;
 * - `noSecret`: no secret of the workspace made it; `nothingTried`: there is none to try;
 * - `spelling`: the program that made it had a secret of the workspace in another spelling;
 * - `otherCookie`: it was made for a cookie of another name; `otherVersion`: by another library;
 * - `shadowed`, `otherVariable`, `commentedOut`, `library`: by a secret that is not the one in use;
 * - `expired`: it has had its time.
 */
export type Cause =
  | "missingPart"
  | "truncated"
  | "changed"
  | "noSecret"
  | "nothingTried"
  | "spelling"
  | "otherCookie"
  | "otherVersion"
  | "shadowed"
  | "otherVariable"
  | "commentedOut"
  | "library"
  | "expired";

/** The likely causes, the weightiest first; none for a token that is accepted. `now` in seconds. */
export function causesOf(report: TokenReport, now: number): readonly Cause[] {
  return [...damageOf(report), ...(report.match ? doubtsOf(report) : unmatched(report))].concat(
    isExpired(report, now) ? ["expired"] : [],
  );
}

function damageOf({ token, missingParts, match }: TokenReport): readonly Cause[] {
  if (token.kind !== "encrypted" && token.kind !== "signed") return [];
  if (missingParts.length > 0) return ["missingPart"];
  if (!token.isWhole) return ["truncated"];
  return match && match.times === undefined ? ["changed"] : [];
}

function unmatched({ token, tried, missingParts }: TokenReport): readonly Cause[] {
  if (token.kind !== "encrypted" && token.kind !== "signed") return [];
  if (!token.isWhole || missingParts.length > 0) return [];
  return [tried === 0 ? "nothingTried" : "noSecret"];
}

function doubtsOf({ match, format, cookie }: TokenReport): readonly Cause[] {
  if (match === undefined) return [];
  const { use, project } = match.candidate;
  const causes: Cause[] = [];
  if (match.difference) causes.push("spelling");
  if (match.cookie !== undefined && cookie !== undefined && match.cookie !== cookie) {
    causes.push("otherCookie");
  }
  const isRead = format === undefined || project.framework.session.formats.includes(format);
  if (!isRead && project.isDependency) causes.push("otherVersion");
  if (use !== "current" && use !== "literal") causes.push(use);
  return causes;
}

/** The libraries forgive 15 seconds (`clockTolerance` in `jwt.js`). */
const TOLERANCE = 15;

function isExpired({ match }: TokenReport, now: number): boolean {
  const end = match?.times?.expiresAt;
  return end !== undefined && end + TOLERANCE <= now;
}
