import { breachesOf, workerBreachesOf } from "../../scripts/check-bundle.ts";

test.each([
  ["import(\"./chunk.js\")", "import()"], ["eval(\"1\")", "eval"], ["new Function(\"return 1\")()", "Function()"], ["Function(\"return 1\")()", "Function()"],
  ["document.title", "document"], ["window.setTimeout", "window"], ["new URL(\"x\")", "URL"], ["new WebAssembly.Module(x)", "WebAssembly"],
  ["localStorage.getItem(\"a\")", "localStorage"], ["import x from \"y\"", "plain ES2020"], ["export const a = 1", "plain ES2020"], ["a ??= 1", "plain ES2020"],
  ["class A { #b = 1 }", "plain ES2020"], ["/[a&&b]/v", "plain ES2020"],
])("%s is refused", (script, why) => {
  expect(breachesOf(script).join()).toContain(why);
});

test.each(["const a = { document: 1, window: 2 }; a.document", "a?.b ?? 1", "async () => { await 1 }", "x => x instanceof Function", "\"document.title\""])("%s is allowed", (script) => {
  expect(breachesOf(script)).toEqual([]);
});

test.each([
  ["import(\"./chunk.js\")", "import()"], ["eval(\"1\")", "eval"], ["new Function(\"return 1\")()", "Function"], ["new WebAssembly.Module(x)", "WebAssembly"],
  ["importScripts(\"a.js\")", "importScripts"], ["import x from \"y\"", "plain ES2022"],
])("%s is refused in the Worker", (script, why) => {
  expect(workerBreachesOf(script).join()).toContain(why);
});

test.each(["self.onmessage = () => fetch(new URL(\"a\", location.href))", "class A { #b = 1 }", "Function.prototype.call"])("%s is allowed in the Worker", (script) => {
  expect(workerBreachesOf(script)).toEqual([]);
});
