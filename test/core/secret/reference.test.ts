import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, it } from "node:test";
import { judge } from "../../../src/core/secret/judge.ts";
import { isReference } from "../../../src/core/secret/reference.ts";

function assertReferences(values: readonly string[]): void {
  for (const value of values) {
    assert.ok(isReference(value), value);
    assert.equal(judge(value).kind, "reference", value);
  }
}

/** Each with a dollar before it: what a template literal would take for its own. */
function dollars(values: readonly string[]): string[] {
  return values.map((value) => `$${value}`);
}

describe("isReference", () => {
  it("knows variables of shells, env files and deploy tools", () => {
    assertReferences([
      ...dollars(["AUTH_SECRET", "auth_secret", "{AUTH_SECRET}", "(AUTH_SECRET)", "A_KEY$B_KEY"]),
      ...dollars(["env:AUTH_SECRET", "secret:auth", "{{ secrets.AUTH_SECRET }}", "{{github.x}}"]),
      ...dollars(["{{ env.X || 'y' }}", "{var.auth_secret}", "{random_password.auth.result}"]),
      ...dollars(["{ssm:/my/app/auth}", "{file(./secrets.yml):auth}", "{APP_NAME}-suffix"]),
      ..."%AUTH_SECRET% %(AUTH_SECRET)s env(AUTH_SECRET) %env(AUTH_SECRET)%".split(" "),
      "#{AUTH_SECRET}#",
      "#{ENV['AUTH_SECRET']}",
    ]);
  });

  it("knows variables with a default, nested ones included", () => {
    const inner = "$".concat("{NEXTAUTH_SECRET}");
    assertReferences(
      dollars([
        "{AUTH_SECRET:-dev}",
        "{AUTH_SECRET:?must be set}",
        `{AUTH_SECRET:-${inner}}`,
        `{AUTH_SECRET-${inner}}`,
        `{AUTH_SECRET:-${inner.replace("}", ":-fallback}")}}`,
        "{AUTH_SECRET:-$NEXTAUTH_SECRET}",
      ]),
    );
  });

  it("knows templates", () => {
    assertReferences([
      "{{ .Values.auth.secret }}",
      "{{ lookup('env', 'X') }}",
      '{{ with secret "app" }}{{ .Data.key }}{{ end }}',
      "{{resolve:secretsmanager:Auth:SecretString:key}}",
      "<%= ENV['X'] %>",
      "((auth-secret))",
      "!Ref AuthSecret",
      "!vault |",
      "@auth-secret",
    ]);
  });

  it("knows places in password and secret managers", () => {
    assertReferences([
      ..."op://Private/app/secret op://Dev/Auth.js/key?attribute=otp {{op://a/b/c}}".split(" "),
      ..."bw://item/password bws:b7d2c2a1 keeper://uid/field/password lpass://auth".split(" "),
      ..."infisical://prod/AUTH_SECRET infisical:prod/AUTH_SECRET doppler://p/c/X".split(" "),
      ..."dashlane://auth/password pass://infra/auth keychain:auth phase:AUTH_SECRET".split(" "),
      ..."vault:secret/app#key vault://secret/app ref+vault://secret/app#/key".split(" "),
      ..."ssm:/prod/auth aws-sm:prod/auth ref+awsssm://prod/auth".split(" "),
      ..."gcp:secretmanager:projects/p/secrets/auth gsm:project/auth sm://p/auth".split(" "),
      ..."akv://vault/auth keyvault:vault/auth secretref:auth akeyless:/path/auth".split(" "),
      ..."chamber://prod/auth sops://secrets.yaml#auth teller:auth conjur:app/auth".split(" "),
      "arn:aws:secretsmanager:eu-west-1:123456789012:secret:auth-AbCdEf:KEY::",
      "projects/my-project/secrets/auth/versions/latest",
      "//secretmanager.googleapis.com/projects/p/secrets/auth",
      "https://my.vault.azure.net/secrets/auth/1",
      "@Microsoft.KeyVault(SecretUri=https://my.vault.azure.net/secrets/auth/)",
    ]);
  });

  it("knows files, and values that are sealed here and opened elsewhere", () => {
    assertReferences([
      ..."/run/secrets/auth /etc/secrets/auth /run/credentials/app/auth file:./auth.txt".split(" "),
      "file:///run/secrets/auth",
      `encrypted:${randomBytes(60).toString("base64")}`,
      "ENC[AES256_GCM,data:abc=,iv:def=,tag:ghi=,type:str]",
      "ENC(abcdef==)",
    ]);
  });

  it("takes no words, addresses and random values for one", () => {
    const random = randomBytes(32).toString("base64").slice(2);
    for (const value of [
      ..."http://localhost:3000 postgres://user:pass@localhost/db redis://localhost".split(" "),
      ..."my-secret user:password admin@localhost pa$$word 100%secret vault file".split(" "),
      ...dollars(["ecret", "ecret123", "uper$ecret"]),
      "secret: my secret",
      "{secret}",
      "base64://",
      `base64://${random}`,
      `//${random}`,
      `hex:${randomBytes(32).toString("hex")}`,
    ]) {
      assert.notEqual(judge(value).kind, "reference", value);
    }
  });
});
