import js from "@eslint/js";
import tseslint from "typescript-eslint";
import regexp from "eslint-plugin-regexp";
import hooks from "eslint-plugin-react-hooks";

const PURE = ["src/contract/**", "src/detect/**", "src/decide/**", "src/extract/**"];

export default tseslint.config(
  { ignores: ["dist/", "data/", "node_modules/", "coverage/", ".bench/", "**/*.generated.ts", "src/detect/lexicon/packed.ts"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  regexp.configs["flat/recommended"],
  {
    rules: {
      "no-console": "error",
      "no-undef": "off",
      eqeqeq: ["error", "always"],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "regexp/no-super-linear-backtracking": "error",
      "regexp/no-super-linear-move": "error",
      "regexp/no-unused-capturing-group": "error",
      "max-depth": ["error", 4],
    },
  },
  {
    files: ["src/**/*.ts", "src/**/*.tsx"],
    rules: {
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 70, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["src/**/*.examples.ts", "src/**/wording*.ts"],
    rules: { "max-lines": "off" },
  },
  {
    files: ["**/*.tsx"],
    plugins: { "react-hooks": hooks },
    rules: { ...hooks.configs.recommended.rules },
  },
  {
    files: PURE,
    rules: {
      "no-restricted-globals": ["error", "Office", "document", "window", "fetch", "process", "setTimeout", "console"],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Randomness is passed in." },
        { object: "Date", property: "now", message: "Time is passed in." },
      ],
    },
  },
  {
    files: [...PURE, "src/check/**", "src/outlook/**", "src/client/**", "src/launchevent/**"],
    rules: {
      "no-restricted-syntax": ["error", { selector: "ImportExpression", message: "The handler is one plain script: classic Outlook loads no second file." }],
    },
  },
  {
    files: ["src/client/**", "src/server/**", "src/cli/**", "src/taskpane/**"],
    rules: { "no-restricted-globals": ["error", { name: "Office", message: "Only src/outlook and the entry points know Office.js." }] },
  },
  {
    files: ["**/*.cjs", "scripts/**", "src/cli/**", "test/**"],
    languageOptions: { sourceType: "module" },
    rules: { "no-console": "off", "@typescript-eslint/no-require-imports": "off" },
  },
  { files: ["test/**"], rules: { "@typescript-eslint/no-non-null-assertion": "off" } },
);
