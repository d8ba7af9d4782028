import { imported } from "./imported.ts";

interface Params {
  readonly secret: string;
  readonly salt: string;
}

const jwt = (await imported("@auth/core/jwt")) as {
  encode(params: Params & { readonly token: object }): Promise<string>;
  decode(params: Params & { readonly token: string }): Promise<{ readonly name?: string } | null>;
};

/** The name of the session's cookie over http, which is a part of its key. */
export const COOKIE = "authjs.session-token";

/** Ada's session, made with a secret by Auth.js itself. */
export const tokenOf = (secret = ""): Promise<string> =>
  jwt.encode({ secret, salt: COOKIE, token: { name: "Ada", sub: "1" } });

/** True where a secret alone reads the token. */
export async function isMadeWith(token: string, secret = ""): Promise<boolean> {
  return await jwt.decode({ token, secret, salt: COOKIE }).then(
    (payload) => payload?.name === "Ada",
    () => false,
  );
}

/** Who a session's endpoint says it is, and the token that it renews the session with. */
export interface Answer {
  readonly name: unknown;
  readonly renewed: string;
}

export async function answerOf(response: Response): Promise<Answer> {
  const cookies = response.headers.getSetCookie().map((one) => one.split(";", 1)[0] ?? "");
  const renewed = cookies.find((one) => one.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  return { name: (await response.json())?.user?.name, renewed: renewed ?? "" };
}
