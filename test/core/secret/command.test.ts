import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isCommand } from "../../../src/core/secret/command.ts";
import { judge } from "../../../src/core/secret/judge.ts";

function assertCommands(values: readonly string[]): void {
  for (const value of values) {
    assert.ok(isCommand(value), value);
    assert.equal(judge(value).kind, "command", value);
  }
}

describe("isCommand", () => {
  it("knows programs that print random values", () => {
    assertCommands([
      "openssl rand -base64 32",
      "openssl rand -hex 32 | tr -d '\\n'",
      "run: openssl rand -base64 32",
      "openssl-rand-base64-32",
      "head -c 32 /dev/urandom | base64",
      "head /dev/urandom | tr -dc A-Za-z0-9 | head -c 32",
      "tr -dc A-Za-z0-9 </dev/urandom",
      "dd if=/dev/urandom bs=32 count=1 | base64",
      "xxd -l 32 -p /dev/urandom",
      "pwgen -s 64 1",
      "uuidgen",
      "uuidgen | tr -d -",
      "gpg --gen-random --armor 1 32",
      "date +%s | sha256sum",
      "echo -n secret | sha256sum",
      "apg -m 32",
      "New-Guid",
    ]);
  });

  it("knows what package managers and frameworks run", () => {
    assertCommands([
      ..."npx auth secret|npx auth@latest secret --raw|pnpm dlx auth secret|bunx auth".split("|"),
      ..."npx @better-auth/cli secret|npm exec auth secret|npm run generate-secret".split("|"),
      ..."php artisan key:generate|rails secret|bin/rails secret|rake secret|make secret".split(
        "|",
      ),
      ..."mix phx.gen.secret 64|go run ./cmd/secret|deno run gen.ts|yarn generate:secret".split(
        "|",
      ),
      ..."wrangler secret put AUTH_SECRET|vercel env pull|docker run --rm alpine sh".split("|"),
    ]);
  });

  it("knows one-liners and code", () => {
    assertCommands([
      "node -e \"console.log(require('crypto').randomBytes(32).toString('hex'))\"",
      'node --eval "console.log(1)"',
      'python3 -c "import secrets; print(secrets.token_hex(32))"',
      "ruby -rsecurerandom -e 'puts SecureRandom.hex(64)'",
      'php -r "echo bin2hex(random_bytes(32));"',
      "crypto.randomUUID()",
      "process.env.AUTH_SECRET",
      "import.meta.env.AUTH_SECRET",
      'Deno.env.get("AUTH_SECRET")',
      'os.environ["AUTH_SECRET"]',
      'ENV["AUTH_SECRET"]',
      'System.getenv("AUTH_SECRET")',
      "env('APP_KEY')",
      "nanoid(32)",
      "str(uuid.uuid4())",
      "'x'.repeat(32)",
      "Date.now()",
      "[guid]::NewGuid()",
    ]);
  });

  it("knows substitutions, and tools that print a kept secret", () => {
    assertCommands([
      "$(openssl rand -base64 32)",
      "`openssl rand -hex 32`",
      "$(cat /run/secrets/auth)",
      "$(uuidgen)",
      "export AUTH_SECRET=$(openssl rand -base64 32)",
      "op read op://vault/item/field",
      "aws secretsmanager get-secret-value --secret-id auth",
      "gcloud secrets versions access latest --secret=auth",
      "vault kv get -field=secret secret/app",
      "doppler secrets get AUTH_SECRET --plain",
      "infisical run -- npm start",
      "kubectl get secret auth -o json",
      "curl -s https://example.com/32",
    ]);
  });

  it("takes no sentence for one, whatever it begins with", () => {
    for (const value of [
      ..."go run away|run for your life|npm run for it|deno run wild|echo of the past".split("|"),
      ..."node js is great|python is my favourite language|ruby on rails|php is dead".split("|"),
      ..."curl up with a book|sudo make me a sandwich|bash the wall|sh it is a secret".split("|"),
      ..."export nothing|make my day|date night|docker is life|rake the leaves".split("|"),
      ..."pass the salt|vault of secrets|head over heels|cat on a keyboard|mix and match".split(
        "|",
      ),
      ..."openssl|openssl is great|uuid-secret|math random|yarn is for knitting".split("|"),
      ..."secret (do not share)|test (local)|this that|security first|crypto-secret".split("|"),
    ]) {
      assert.ok(!isCommand(value), value);
    }
  });
});
