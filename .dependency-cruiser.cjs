/** The arrows of ARCHITECTURE.md as a table: part -> parts it may import. Type imports count. */
const MAY_IMPORT = {
  contract: [],
  detect: ["contract"],
  decide: ["contract"],
  extract: ["contract"],
  outlook: ["contract"],
  client: ["contract"],
  check: ["contract", "detect", "extract", "decide"],
  opinion: ["contract"],
  launchevent: ["contract", "check", "detect", "extract", "decide", "outlook", "client", "opinion"],
  taskpane: ["contract", "check", "detect", "extract", "decide", "outlook", "client", "opinion"],
  server: ["contract", "detect", "extract", "decide"],
  cli: ["contract", "detect", "extract", "decide"],
  simulator: ["contract"],
};
/** Parts that use no npm package and no Node module. extract adds only libraries that run in a bare runtime. */
const PURE = ["contract", "detect", "decide"];

const arrows = Object.entries(MAY_IMPORT).map(([part, allowed]) => ({
  name: `arrow-${part}`,
  severity: "error",
  comment: `src/${part} may import only: ${allowed.join(", ") || "nothing else in src"}`,
  from: { path: `^src/${part}/` },
  to: { path: "^src/", pathNot: [part, ...allowed].map((p) => `^src/${p}/`) },
}));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: "front-door",
      severity: "error",
      comment: "Import another part only through its index.ts.",
      from: { path: "^src/([^/]+)/" },
      to: { path: "^src/", pathNot: ["^src/$1/", "^src/[^/]+/index\\.tsx?$"] },
    },
    {
      name: "pure-stays-pure",
      severity: "error",
      comment: "contract, detect and decide take no npm package and no Node module.",
      from: { path: `^src/(${PURE.join("|")})/` },
      to: { pathNot: "^src/", dependencyTypesNot: ["local"] },
    },
    {
      name: "no-examples-shipped",
      severity: "error",
      comment: "Examples and tests are never part of the product.",
      from: { path: "^src/", pathNot: "\\.examples\\.ts$" },
      to: { path: ["\\.examples\\.ts$", "^test/"] },
    },
    { name: "no-cycle", severity: "error", comment: "No import cycles.", from: {}, to: { circular: true } },
    {
      name: "unknown-part",
      severity: "error",
      comment: "A new folder under src must be added to the table in .dependency-cruiser.cjs.",
      from: { path: "^src/", pathNot: Object.keys(MAY_IMPORT).map((p) => `^src/${p}/`) },
      to: {},
    },
    {
      name: "unresolvable",
      severity: "error",
      comment: "Every import must resolve.",
      from: {},
      to: { couldNotResolve: true, pathNot: "\\.generated\\." },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.node.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".json"],
      // Packages published as ES modules name their files in `exports` alone.
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
