import type { Adapter, AdapterUser, VerificationToken } from "@auth/core/adapters";

/** Keeps users and the tokens of e-mail links, which is all that signing in by e-mail takes. */
export function memoryAdapter(): Adapter {
  const users = new Map<string, AdapterUser>();
  const links: VerificationToken[] = [];
  const byEmail = (email: string) => [...users.values()].find((user) => user.email === email);
  return {
    createUser: async (user) => {
      users.set(user.id, user);
      return user;
    },
    getUser: async (id) => users.get(id) ?? null,
    getUserByEmail: async (email) => byEmail(email) ?? null,
    getUserByAccount: async () => null,
    updateUser: async (user) => ({ ...user, email: user.email ?? "", emailVerified: null }),
    linkAccount: async () => undefined,
    createVerificationToken: async (link) => {
      links.push(link);
      return link;
    },
    useVerificationToken: async ({ identifier, token }) =>
      links.find((link) => link.identifier === identifier && link.token === token) ?? null,
  };
}
