import { message } from "../message.ts";
import { nameOf } from "../paths.ts";
import type { ConfigKind } from "./configFile.ts";
import { takingOut } from "./takingOut.ts";
import { variablesOf } from "./variables.ts";

export const vercel: ConfigKind = {
  id: "vercel",
  title: message("the configuration"),
  isFile: (path) => nameOf(path) === "vercel.json",
  read: (path, text) =>
    variablesOf(path, text, {
      variables: [["env"]],
      buildVariables: [["build", "env"]],
      commands: ["buildCommand", "installCommand", "devCommand"].map((key) => [key]),
    }),
  interpolates: false,
  remedy: takingOut((variable) =>
    message(
      "Set a new {0} at Vercel: `vercel env add {0} production` asks for the value; then deploy again.",
      variable,
    ),
  ),
};
