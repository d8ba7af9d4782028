import assert from "node:assert/strict";
import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import { format } from "../../../src/core/message.ts";
import { judge, type VerdictKind } from "../../../src/core/secret/judge.ts";

const SMALL = "abcdefghijklmnopqrstuvwxyz";
const ALPHANUMERIC = `${SMALL}${SMALL.toUpperCase()}0123456789`;
const SIGNS = `${ALPHANUMERIC}!@#$%^&*()-_=+[]{}.,?`;
const ROUNDS = 50;

function drawn(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

function hex(text: string): string {
  return Buffer.from(text).toString("hex");
}

function assertKind(expected: VerdictKind, values: readonly string[]): void {
  for (const value of values) {
    const { kind, bits, reasons } = judge(value);
    assert.equal(kind, expected, `${value}: ${bits} bits, ${reasons.map((r) => format(r)).join()}`);
  }
}

describe("judge: random values", () => {
  it("calls 256 random bits strong in every encoding", () => {
    for (const make of [
      () => randomBytes(32).toString("base64"),
      () => randomBytes(33).toString("base64"),
      () => randomBytes(32).toString("base64url"),
      () => randomBytes(32).toString("hex"),
      () => randomBytes(32).toString("hex").toUpperCase(),
      () => `0x${randomBytes(32).toString("hex")}`,
      () => drawn(`${SMALL.toUpperCase()}234567`, 52),
      () => drawn("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", 44),
      () => drawn(ALPHANUMERIC, 43),
      () => drawn(`${ALPHANUMERIC}-_`, 64),
      () => drawn(`${SMALL}0123456789`, 50),
      () => drawn(SIGNS, 48),
    ]) {
      for (let round = 0; round < ROUNDS; round++) assertKind("strong", [make()]);
    }
  });

  it("calls fewer bits short and counts them", () => {
    for (const [bits, make] of [
      [128, () => randomBytes(16).toString("hex")],
      [128, () => randomBytes(16).toString("base64")],
      [160, () => randomBytes(20).toString("hex")],
      [122, () => randomUUID()],
      [126, () => drawn(`${ALPHANUMERIC}-_`, 21)],
      [190, () => drawn(ALPHANUMERIC, 32)],
    ] as const) {
      for (let round = 0; round < ROUNDS; round++) {
        const value = make();
        const verdict = judge(value);
        assert.equal(verdict.kind, "short", value);
        assert.ok(Math.abs(verdict.bits - bits) < 3, `${value}: ${verdict.bits} bits`);
      }
    }
  });

  it("counts the random part alone behind a word", () => {
    const token = randomBytes(16).toString("hex");
    const verdict = judge(`myapp-secret-${token}`);
    assert.equal(verdict.kind, "short");
    assert.ok(Math.abs(verdict.bits - 128) < 5, `${verdict.bits} bits`);
    assertKind("strong", [`prod_${randomBytes(32).toString("hex")}`]);
  });

  it("counts random parts whole, though a year, a word or a walk stands in them by chance", () => {
    assertKind("strong", [
      "9228b190c1c7ff5a8f9e193757875135-293b68b93a71a1dd8d2bae9b778c5124",
      "643d85d848bbe5dcf32d3664c14f6189-3d0f8d73cdfdadcd165051c239a5e9c0",
      "faca22de6e6e202010ab9f2e534218f3$ab-883e74dfed0112208aa19300a92a3c09",
      "06FAD03A239EE14187858203525EF4D7.28BA21983E13B37B1CB14695CF7F033B",
      "or5zaol9dy630pv63j1ogg1unq_2kcy6x10a24en13l16is12t6v8",
    ]);
    const token = "2069aaac2f59e647d9244c2d38af71d6";
    assertKind("short", [`${token}-${token}`, `${token}-${token.toUpperCase()}`, `${token}-2020`]);
  });

  it("finds a random value behind words, before words and behind the name of its encoding", () => {
    const makers = [
      () => randomBytes(32).toString("base64"),
      () => randomBytes(32).toString("base64url"),
      () => randomBytes(32).toString("hex"),
      () => drawn(ALPHANUMERIC, 48),
    ];
    for (let round = 0; round < 3; round++) {
      for (const make of makers) {
        for (const prefix of "prod_ sk_ sk_live_ app-secret- nextauth_ v1.".split(" ")) {
          assertKind("strong", [prefix + make()]);
        }
        assertKind("strong", [`${make()}-prod`, `${make()}!`]);
      }
      assertKind("strong", [`base64:${randomBytes(32).toString("base64")}`]);
      const labelled = judge(`base64:+/${randomBytes(23).toString("base64").slice(2)}`);
      assert.deepEqual([labelled.kind, labelled.bits, labelled.bytes], ["short", 184, 23]);
      assertKind("short", [`hex:${randomBytes(24).toString("hex")}`]);
    }
    assertKind("passphrase", [`base64:${base64("my super secret key for this app")}`]);
    assertKind("placeholder", ["base64:your-secret-here"]);
  });

  it("counts the signature of a JSON Web Token alone", () => {
    const part = (json: string) => Buffer.from(json).toString("base64url");
    const head = `${part('{"alg":"HS256","typ":"JWT"}')}.${part('{"sub":"1234567890"}')}`;
    const verdict = judge(`${head}.${randomBytes(32).toString("base64url")}`);
    assert.deepEqual([verdict.kind, verdict.bits], ["strong", 256]);
    assertKind("passphrase", [`${head}.signature`]);
  });

  it("sees a random value through another encoding", () => {
    const inner = randomBytes(32).toString("hex");
    assert.deepEqual(
      { ...judge(base64(inner)), reasons: [] },
      {
        kind: "strong",
        bits: 256,
        encoding: "base64",
        bytes: 64,
        reasons: [],
      },
    );
    assertKind("short", [base64(randomBytes(16).toString("hex"))]);
  });

  it("says how a value is written", () => {
    const seen = (value: string) => {
      const { encoding, bytes } = judge(value);
      return [encoding, bytes];
    };
    assert.deepEqual(seen(randomBytes(32).toString("hex")), ["hex", 32]);
    assert.deepEqual(seen(`${randomBytes(31).toString("base64").slice(0, 40)}+/==`), [
      "base64",
      31,
    ]);
    assert.deepEqual(seen(randomUUID()), ["uuid", 16]);
    assert.deepEqual(seen("größer"), ["text", 8]);
  });
});

describe("judge: what people make", () => {
  it("sees words, names, leet and dates of many languages", () => {
    assertKind("passphrase", [
      ..."password letmein hunter2 supersecret my_jwt_secret JWT_SECRET_KEY NEXTAUTH_SECRET".split(
        " ",
      ),
      ..."correct horse battery staple|to be or not to be|keyboard cat|This is an example".split(
        "|",
      ),
      "TheQuickBrownFoxJumpsOverTheLazyDog",
      "thisisaverylongsecretkeyfornextauth1234567890",
      "Tr0ub4dor-and-3-m0re-w0rds",
      "S3cr3tK3yF0rMyN3xtApp!!2024",
      "P@55w0rdP@55w0rdP@55w0rd",
      "miclavesecretamuysegura2024",
      "lacledelaporteestsouslepaillasson",
      "einsehrlangesgeheimnisdasniemandkennt",
      "questaeunachiavesegretamoltolunga",
      "minha-frase-secreta-do-projeto",
      "watashinohimitsunokotoba",
      "wodemimashishenme",
      "michael.smith.1985",
      "hammer8336walnut34",
      "WalnutIguanaQuartz",
    ]);
  });

  it("sees languages of other scripts as they are typed in Latin letters", () => {
    assertKind("passphrase", [
      ..."etoochendlinnyysekretnyyklyuch sekretnyyparol zdravstvuytedorogiedruzya".split(" "),
      ..."merasecretkeyhai bahutgupthaichabi tumsekoinahikahega jaihindjaibharat".split(" "),
      ..."zheshiyigehenchangdemima haohaoxuexitiantianxiangshang wodexiaomimi".split(" "),
      ..."assalamualaikumwarahmatullah miftahsirri habibiyanourelain".split(" "),
      ..."korewahimitsudesu daremoshiranaikotoba arigatougozaimashita".split(" "),
      ..."annyeonghaseyo bimilbeonhoibnida daehanminguk".split(" "),
      ..."benimgizlisifrem matkhaubimatcuatoi katasandirahasia kelidemakhfi".split(" "),
      "15/08/1947",
    ]);
  });

  it("sees keyboards, sequences and repeats", () => {
    assertKind("passphrase", [
      ..."qwertyuiop azertyuiopqsdfghjklm 1qaz2wsx3edc4rfv aoeuidhtns 789456123 poiuytrewq".split(
        " ",
      ),
      "qwertyuiopasdfghjklzxcvbnm123456",
      "abcdefghijklmnopqrstuvwxyz0123456789",
      "0123456789abcdef0123456789abcdef",
      "00112233445566778899aabbccddeeff",
      "a".repeat(32),
      "f".repeat(64),
      "abcabcabcabcabcabcabcabcabcabcabc",
      "deadbeef".repeat(8),
      "12345678-1234-1234-1234-123456789012",
      "asdlkfjasldkfjalskdjflaksdjf",
      "qwfpgjluyarstdhneio",
      "aaabbbcccdddeeefff111222333",
    ]);
  });

  it("sees through what is invented to look random", () => {
    assertKind("passphrase", [
      "a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6",
      "9f8e7d6c5b4a39281706f5e4d3c2b1a0",
      "Xk7pQ9vR2mT5nW8yB3dF6hJ1lN4sU0zC",
      "sK9pL2mX8vN4qR7wT1yU6zA3bC5dE0fG",
      "qAz1WsX2eDc3RfV4tGb5YhN6uJm7IkO8",
      "c3d8e1f5a9b2c7d4e8f3a1b6c5d9e2f7a4b8c1d6e3f9a5b7c2d8e4f1a6b9c3d7",
      "f1e2d3c4b5a6978869504132",
      "secret_9f8e7d6c5b4a39281706",
    ]);
    // Letters and digits of hexadecimal strictly in turn: 1 in 10^10 random ones do that.
    const inTurn = () => drawn("abcdef", 1) + drawn("0123456789", 1);
    for (let round = 0; round < ROUNDS; round++) {
      assertKind("passphrase", [Array.from({ length: 16 }, inTurn).join("")]);
      const whole = Array.from({ length: 31 }, inTurn).join("");
      assertKind("passphrase", [`${whole.slice(0, 30)}0d${whole.slice(30)}`]);
    }
  });

  it("sees values in structures that count for nothing", () => {
    assertKind("passphrase", [
      "sk_test_abcdefghijklmnop1234567890",
      "prod_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6",
      base64(base64("hello world")),
    ]);
  });

  it("sees all of that in an encoding, backwards and in encodings of encodings", () => {
    const phrase = "my super secret key for this app";
    assertKind("passphrase", [
      base64(phrase),
      base64(phrase).replace(/=/g, ""),
      Buffer.from(phrase).toString("base64url"),
      hex(phrase),
      hex(phrase).toUpperCase(),
      "ONSWG4TFORZWKY3SMV2A====",
      encodeURIComponent(phrase),
      [...phrase].reverse().join(""),
      base64(base64(phrase)),
      base64([...phrase].reverse().join("")),
      base64("a".repeat(32)),
      Buffer.alloc(32).toString("base64"),
      Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString("base64"),
    ]);
  });

  it("says why, never more than 255 bits, and never the value", () => {
    const reasonsOf = (value: string) => judge(value).reasons.map((reason) => format(reason));
    assert.deepEqual(reasonsOf("correct horse battery staple"), ["four dictionary words"]);
    assert.deepEqual(reasonsOf("qwertyuiop"), ["a walk over the keyboard"]);
    assert.deepEqual(reasonsOf("a1b2c3d4e5f6g7h8i9j0"), ["letters and digits in turn"]);
    assert.equal(reasonsOf(base64("my secret"))[0], "base64 of readable text");
    assert.ok(judge("all work and no play makes jack a dull boy ".repeat(9)).bits < 256);
    assert.ok(judge("zebra-ladder-ocean-violin-jacket").bits > 50);
  });
});

describe("judge: what is no secret", () => {
  it("sees placeholders in many languages", () => {
    assertKind("placeholder", [
      ..."changeme CHANGE_ME your-secret-here <your-secret> [GENERATED] __REPLACE_ME__ xxx".split(
        " ",
      ),
      ..."some-random-string insert_secret_here set-this-in-production secret_goes_here".split(" "),
      ..."tu_clave_aqui coloque-seu-segredo-aqui changez-moi bitte-ändern cambiami".split(" "),
      ..."redacted not-set to-be-filled update-me please-set-a-secret".split(" "),
      ..."una-cadena-aleatoria une-chaine-aleatoire rastgele-bir-dize случайная-строка".split(" "),
      ..."verander-dit zmień-to bunu-değiştir ganti-ini замени_меня".split(" "),
      ..."请替换为你的密钥 変更してください 여기에-시크릿-입력 thay-doi-toi".split(" "),
    ]);
  });

  it("sees commands and code", () => {
    assertKind("command", [
      "openssl rand -base64 32",
      "$(openssl rand -hex 32)",
      "`openssl rand -hex 32`",
      "npx auth secret",
      "head -c 32 /dev/urandom | base64",
      'crypto.randomBytes(32).toString("hex")',
      "process.env.AUTH_SECRET",
      "generate with openssl rand -base64 32",
    ]);
  });

  it("sees references", () => {
    assertKind("reference", [
      ...["{AUTH_SECRET}", "{X:-change-me}", "AUTH_SECRET", "{{ secrets.X }}"].map((x) => `$${x}`),
      ..."{{ .Values.secret }}|<%= ENV['X'] %>|%AUTH_SECRET%|@auth-secret".split("|"),
      ..."vault:secret/app#key encrypted:BDqDBibm4wsYqMpC op://Private/app/secret".split(" "),
      ..."ssm:/prod/auth /run/secrets/auth".split(" "),
      "arn:aws:secretsmanager:eu-west-1:123456789012:secret:auth",
      "projects/my-project/secrets/auth-secret/versions/latest",
    ]);
  });

  it("sees that nothing is there", () => {
    assertKind("empty", ["", " ", "\t\n", '""', "''"]);
  });
});

describe("judge: any string", () => {
  it("never throws, and gives whole bits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (value) => {
        const { bits, bytes } = judge(value);
        assert.equal(bits, Math.max(0, Math.floor(bits)));
        assert.equal(bytes, Math.max(0, Math.floor(bytes)));
      }),
      { numRuns: 300 },
    );
  });

  it("takes half a character, NUL and a broken escape for what somebody typed", () => {
    assert.equal(judge("\ud800\0%zz").kind, "passphrase");
  });

  it("gives the same verdict with quotes around the value", () => {
    const value = fc.oneof(
      fc.string({ maxLength: 50 }),
      fc.constantFrom(
        "my-secret",
        "{{ x }}",
        "openssl rand -hex 32",
        randomBytes(32).toString("hex"),
      ),
    );
    fc.assert(
      fc.property(value, fc.constantFrom('"', "'", "`"), (text, quote) => {
        assert.deepEqual(judge(quote + text + quote), judge(text));
      }),
    );
  });

  it("takes no longer for each character of a long value", () => {
    const timeOf = (value: string) => {
      const start = process.hrtime.bigint();
      judge(value);
      return Number(process.hrtime.bigint() - start) / value.length;
    };
    for (const unit of ["a", "=", "1l", "%41", "$(", "word ", "[", "\ud800"]) {
      timeOf(unit.repeat(100));
      assert.ok(timeOf(unit.repeat(4000)) < 100_000, `${unit} takes ever longer`);
    }
  });
});
