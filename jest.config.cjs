/** One runner for pure, fake-host, built-bundle and browser tests; `scripts/test.ts` decides what runs when. */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: {
    "^.+\\.(ts|tsx|js|mjs)$": ["@swc/jest", {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
        target: "es2022",
      },
      module: { type: "commonjs" },
    }],
  },
  // Packages published as ES modules only: jest's own loader needs them translated.
  transformIgnorePatterns: ["/node_modules/(?!(@noble|kysely|postal-mime|typebox)/)"],
};
