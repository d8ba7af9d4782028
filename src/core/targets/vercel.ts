import { message } from "../message.ts";
import type { DeployTarget } from "./target.ts";

/**
 * vercel 58.4.4, read, and run against a stand-in for its API. It takes the first chunk of standard
 * input that arrives within 500 ms, and asks for a Git branch where preview is named without one,
 * which an empty argument answers: all branches. A question that nobody answers ends it with 0. Before
 * 52.0.0 a line break stays in the value.
 */
export const vercel: DeployTarget = {
  id: "vercel",
  name: "Vercel",
  marker: /^(?:vercel\.json|vercel\.ts|\.vercel|now\.json)$/,
  environments: ["production", "preview", "development"],
  delivery: {
    kind: "tool",
    programs: ["vercel", "vc"],
    args: (variable, environment = "production") => add(variable, environment),
    input: (_, value) => value,
    fallbacks: [
      {
        when: /already (?:exists|been added)/i,
        replaces: true,
        args: (variable, environment = "production") => [...add(variable, environment), "--force"],
      },
    ],
    success: /\b(?:Added|Overrode|Updated)\b/,
    byHand: (variable, environment = "production") => `vercel env add ${variable} ${environment}`,
  },
  dashboard:
    "https://vercel.com/d?to=%2F%5Bteam%5D%2F%5Bproject%5D%2Fsettings%2Fenvironment-variables",
  next: message("It takes effect with the next deployment: redeploy."),
  nextCommand: "vercel deploy --prod",
};

function add(variable: string, environment: string): readonly string[] {
  const branch = environment === "preview" ? [""] : [];
  return ["env", "add", variable, environment, ...branch];
}
