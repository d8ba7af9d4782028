import { testConfigKind } from "../../support/configCases.ts";
import { strongSecret } from "../../support/ruleCheck.ts";

const SECRET = strongSecret();

testConfigKind({
  kind: "dockerfile",
  path: "web.Dockerfile",
  loud: {
    "both forms of ENV, and defaults of ARG": `FROM node
ENV AUTH_SECRET=«hunter2» A=b
ENV A=b \\
    # note
    NEXTAUTH_SECRET="«${SECRET}»"
ENV BETTER_AUTH_SECRET «correct horse»
ARG AUTH_SECRET=«${SECRET}»
ENV AUTH_SECRET=\${A:-«changeme»}
`,
    "what a stage is made from": `FROM node AS base
ENV AUTH_SECRET=«build-secret»
FROM node AS other
FROM base
`,
  },
  silent: {
    "references and names": `FROM node
ARG AUTH_SECRET
ENV AUTH_SECRET=$AUTH_SECRET
ENV NEXTAUTH_SECRET=""
`,
    "values that only a build gets": `FROM node AS build
ENV AUTH_SECRET=dummy-secret
ARG NEXTAUTH_SECRET=placeholder
RUN AUTH_SECRET=hunter2 npm run build
FROM node
`,
    "texts of others": `FROM node
# ENV AUTH_SECRET=hunter2
RUN <<EOF
ENV AUTH_SECRET=hunter2
EOF
LABEL AUTH_SECRET=hunter2
`,
  },
  fixes: {
    "an instruction of its own": [
      `FROM node\n# note\nENV AUTH_SECRET=«${SECRET}»\nCMD a\n`,
      "FROM node\n# note\nCMD a\n",
    ],
    "a word of several": [
      `FROM node\nENV A=b \\\n    AUTH_SECRET="«${SECRET}»" \\\n    B=c\nCMD a\n`,
      "FROM node\nENV A=b \\\n    B=c\nCMD a\n",
    ],
    "the first and the last word": [
      `FROM node\nENV AUTH_SECRET=«${SECRET}» A=b\nENV B=c \\\n  NEXTAUTH_SECRET=«${SECRET}»\nCMD a\n`,
      `FROM node\nENV A=b\nENV B=c \\\n  NEXTAUTH_SECRET=${SECRET}\nCMD a\n`,
    ],
    "a default": [
      `FROM node\nARG AUTH_SECRET=«${SECRET}» A=b\n`,
      "FROM node\nARG AUTH_SECRET A=b\n",
    ],
  },
});
