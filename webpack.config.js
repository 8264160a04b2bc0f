/** Four builds: the handler (one plain script), the pane, the Worker with pdf.js, and the simulator's page. `scripts/build.ts` runs them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import HtmlWebpackPlugin from "html-webpack-plugin";
import MinimizerPlugin from "minimizer-webpack-plugin";
import webpack from "webpack";
import { OFFICE_JS_URL } from "./src/contract/index.ts";

const root = import.meta.dirname;
const at = (...parts) => join(root, ...parts);

/** swc lowers syntax only; `scripts/check-bundle.ts` looks for newer built-ins. */
const swc = (target, syntax) => ({
  loader: "swc-loader",
  options: {
    configFile: false,
    jsc: {
      parser: syntax === "typescript" ? { syntax, tsx: true } : { syntax },
      // Below ES2022 the fields of classes would be defined one by one through a helper in each module; none here relies on that.
      transform: { react: { runtime: "automatic" }, useDefineForClassFields: false },
      assumptions: { setPublicClassFields: true },
      target,
    },
    module: { type: "es6" },
  },
});

const terser = (ecma) => new MinimizerPlugin({
  // Licence notices stay inside the script: a side file would not travel with it.
  extractComments: false,
  minimizerOptions: { ecma, compress: { ecma, passes: 2 }, format: { comments: "some", ecma } },
});

/** The handler packs 0.6 % smaller than under terser (its readers 1 %), in a quarter of the time. In ASCII the tables pack better, and no server's charset matters. */
const swcMinifier = (ecma) => new MinimizerPlugin({
  extractComments: false,
  minify: MinimizerPlugin.swcMinify,
  minimizerOptions: { ecma, compress: { ecma, passes: 3 }, mangle: true, format: { comments: "some", ascii_only: true }, module: false },
});

/** Emits a folder's files as they are; `nameOf` may name them anew. */
function copyFolder(from, to, nameOf = (name) => name) {
  return {
    apply(compiler) {
      compiler.hooks.thisCompilation.tap("copyFolder", (compilation) => {
        compilation.hooks.processAssets.tap({ name: "copyFolder", stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
          if (!existsSync(from)) return;
          for (const entry of readdirSync(from, { withFileTypes: true })) {
            if (!entry.isFile()) continue;
            const bytes = readFileSync(join(from, entry.name));
            compilation.emitAsset(`${to}/${nameOf(entry.name)}`, new webpack.sources.RawSource(bytes));
          }
        });
      });
    },
  };
}

const page = (template, filename, options = {}) => new HtmlWebpackPlugin({
  template, filename, templateParameters: { officeJsUrl: OFFICE_JS_URL }, scriptLoading: "defer", ...options,
});

const common = {
  mode: "production",
  context: root,
  devtool: false,
  performance: { hints: false },
  resolve: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"] },
  stats: "errors-warnings",
};

/** What many a draft never needs, or not before its policy is looked at. */
const LATE = ["../extract/index.ts", "@noble/curves/ed25519.js"];

/**
 * Classic Outlook loads this one file and nothing else, into an engine without a DOM: no chunks, no loader code, no `eval`.
 * Packages are translated too, since they are published for newer engines.
 */
const handler = {
  ...common,
  name: "handler",
  target: ["es2020"],
  entry: { launchevent: "./src/launchevent/index.ts", "launchevent-page": "./src/launchevent/runtime-page.ts" },
  output: {
    path: at("dist/addin"), filename: "[name].js", iife: true, globalObject: "globalThis",
    chunkFormat: false, chunkLoading: false, wasmLoading: false,
  },
  module: {
    parser: { javascript: { dynamicImportMode: "eager", importMeta: false, url: false, worker: false } },
    rules: [
      { test: /\.ts$/, use: [{ loader: at("scripts/late-modules-loader.js"), options: { late: LATE } }, at("scripts/late-patterns-loader.js"), swc("es2020", "typescript")] },
      { test: /\.m?js$/, use: swc("es2020", "ecmascript") },
    ],
  },
  experiments: { deferImport: true },
  optimization: { runtimeChunk: false, splitChunks: false, minimizer: [swcMinifier(2020)] },
  plugins: [
    // fflate looks for these when it loads, for functions that we do not use. Every client is told the same: there are none.
    new webpack.DefinePlugin({ "typeof TextDecoder": '"undefined"', "typeof queueMicrotask": '"undefined"' }),
    new webpack.ProvidePlugin({ "Object.hasOwn": [at("src/launchevent/has-own.ts"), "hasOwn"] }),
    page("./src/launchevent/launchevent.html", "launchevent.html", { inject: false }),
    copyFolder(at("assets"), "assets"),
  ],
};

/**
 * pdf.js as one classic script of ours, for a Worker that pages make when a file asks for it. Its tables of Asian encodings lie
 * beside it. Neither is in the repository: both come from the package, with their licences.
 */
const pdfjs = at("node_modules/pdfjs-dist");
const pdfWorker = {
  ...common,
  name: "pdf-worker",
  target: ["webworker", "es2022"],
  entry: { "pdf-worker": "./src/opinion/worker.ts" },
  output: { path: at("dist/addin"), filename: "[name].js", iife: true, chunkFormat: false, chunkLoading: false, wasmLoading: false, workerChunkLoading: false },
  module: {
    parser: { javascript: { dynamicImportMode: "eager", importMeta: false, url: false, worker: false } },
    rules: [
      { test: /\.ts$/, use: swc("es2022", "typescript") },
      { test: /pdfjs-dist.*\.mjs$/, use: at("scripts/pdfjs-loader.js") },
    ],
  },
  optimization: { runtimeChunk: false, splitChunks: false, minimizer: [swcMinifier(2022)] },
  plugins: [
    // The tables' folder holds its licence without an ending, and no server should have to guess a type.
    copyFolder(join(pdfjs, "cmaps"), "cmaps", (name) => (name === "LICENSE" ? "LICENSE.txt" : name)),
    {
      apply: (compiler) => compiler.hooks.thisCompilation.tap("licence", (compilation) => compilation.hooks.processAssets.tap(
        { name: "licence", stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => compilation.emitAsset("pdf-worker.LICENSE.txt", new webpack.sources.RawSource(readFileSync(join(pdfjs, "LICENSE")))),
      )),
    },
  ],
};

/** A page with a React application; asset names carry a hash so that a new release is never mixed with an old cache. */
const browserPage = ({ name, entry, template, filename, folder }) => ({
  ...common,
  name,
  target: ["web", "es2022"],
  entry: { [name]: entry },
  output: { path: at(folder), filename: "[name].[contenthash].js", publicPath: "", hashFunction: "xxhash64" },
  module: {
    rules: [
      { test: /\.tsx?$/, exclude: /node_modules/, use: swc("es2022", "typescript") },
      { test: /\.(svg|png)$/, type: "asset/resource" },
    ],
  },
  optimization: { runtimeChunk: false, splitChunks: false, minimizer: [terser(2020)] },
  plugins: [page(template, filename)],
});

const pane = browserPage({
  name: "taskpane", entry: "./src/taskpane/index.tsx", template: "./src/taskpane/taskpane.html", filename: "taskpane.html", folder: "dist/addin",
});
const simulator = browserPage({
  name: "simulator", entry: "./src/simulator/ui/index.tsx", template: "./src/simulator/ui/index.html", filename: "index.html", folder: "dist/simulator",
});

/** A part that a checkout lacks is left out, so that the others can still be built. */
const isThere = (config) => Object.values(config.entry).every((entry) => existsSync(at(entry)));

export default [handler, pane, pdfWorker, simulator].filter(isThere);
