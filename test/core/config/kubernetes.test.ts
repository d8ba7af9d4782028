import { testConfigKind } from "../../support/configCases.ts";
import { strongSecret } from "../../support/ruleCheck.ts";

const SECRET = strongSecret();

const BASE64 = Buffer.from(SECRET).toString("base64");

testConfigKind({
  kind: "kubernetes",
  path: "k8s/app.yaml",
  loud: {
    "secrets, config maps and containers, in several documents": `apiVersion: v1
kind: Secret
stringData:
  AUTH_SECRET: «hunter2»
---
apiVersion: v1
kind: Secret
data:
  NEXTAUTH_SECRET: «${BASE64}»
---
apiVersion: v1
kind: ConfigMap
data:
  AUTH_SECRET: "«${SECRET}»"
---
apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      containers:
        - name: web
          env:
            - name: AUTH_SECRET
              value: «${SECRET}»
`,
    "what kustomize makes": `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
secretGenerator:
  - name: web
    literals:
      - AUTH_SECRET=«${SECRET}»
`,
  },
  silent: {
    references: `apiVersion: v1
kind: Pod
spec:
  containers:
    - env:
        - name: AUTH_SECRET
          valueFrom:
            secretKeyRef: { name: a, key: b }
        - name: NEXTAUTH_SECRET
          value: $(AUTH_SECRET)
`,
    "templates of Helm": `apiVersion: v1
kind: Secret
{{- if .Values.enabled }}
data:
  AUTH_SECRET: {{ .Values.secret | b64enc | quote }}
  NEXTAUTH_SECRET: "{{ .Values.secret }}"
  BETTER_AUTH_SECRET: prefix-{{ .Values.secret }}
{{- end }}
`,
    "sealed values": `apiVersion: v1
kind: Secret
data:
  AUTH_SECRET: ENC[AES256_GCM,data:abc,type:str]
`,
    "what is no base64 yet, and what is no manifest": `apiVersion: v1
kind: Secret
data:
  AUTH_SECRET: <base64 of the secret>
---
env:
  AUTH_SECRET: hunter2
`,
  },
  fixes: {
    "a container's variable": [
      `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - env:\n        - name: AUTH_SECRET\n          value: "«${SECRET}»" # note\n        - name: A\n          value: b\n`,
      "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - env:\n        - name: AUTH_SECRET\n          valueFrom:\n            secretKeyRef:\n              name: auth-secret\n              key: AUTH_SECRET # note\n        - name: A\n          value: b\n",
    ],
    "a secret's entry": [
      `apiVersion: v1\nkind: Secret\ndata:\n  A: Yg==\n  AUTH_SECRET: «${BASE64}»\n`,
      "apiVersion: v1\nkind: Secret\ndata:\n  A: Yg==\n",
    ],
  },
});
