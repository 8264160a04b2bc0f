import lateModules from "../../scripts/late-modules-loader.js";

const options = { getOptions: () => ({ late: ["./readers.ts"] }) };
const through = (source: string): string => lateModules.call(options, source);

test("a module that runs late is imported so that a bundler puts it off, and nothing else changes", () => {
  expect(through('import { a } from "./other.ts";\nimport * as readers from "./readers.ts";\nreaders.read(a);'))
    .toBe('import { a } from "./other.ts";\nimport defer * as readers from "./readers.ts";\nreaders.read(a);');
  expect(through('import * as all from "./other.ts"; all.use("./readers.ts");')).toBe('import * as all from "./other.ts"; all.use("./readers.ts");');
});

test("a single name of such a module is refused: it would run the module at once", () => {
  expect(() => through('import { read } from "./readers.ts"; read();')).toThrow("imported whole");
});
