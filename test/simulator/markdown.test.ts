import { blocksOf, inlineOf } from "../../src/simulator/ui/markdown.ts";

const text = (value: string) => ({ kind: "text", text: value });

test.each<[string, unknown]>([
  ["plain", [text("plain")]],
  ["**bold** and *thin*", [{ kind: "strong", children: [text("bold")] }, text(" and "), { kind: "em", children: [text("thin")] }]],
  ["\\*not\\* bold", [text("*not* bold")]],
  ["2 * 3 is 6", [text("2 * 3 is 6")]],
  ["[more](https://x.example/a)", [{ kind: "link", text: "more", href: "https://x.example/a" }]],
  ["[no](http://x.example)", [text("[no](http://x.example)")]],
  ["[no](javascript:alert)", [text("[no](javascript:alert)")]],
  ["<b>no</b>", [text("<b>no</b>")]],
])("%s", (source, nodes) => {
  expect(inlineOf(source)).toEqual(nodes);
});

test("lists end their items with a carriage return, paragraphs with an empty line", () => {
  expect(blocksOf("Why:\n\n- one\r- two\r\n\nThen\n\n1. a\r2. b\r")).toEqual([
    { kind: "paragraph", children: [text("Why:")] },
    { kind: "bullets", items: [[text("one")], [text("two")]] },
    { kind: "paragraph", children: [text("Then")] },
    { kind: "numbers", items: [[text("a")], [text("b")]] },
  ]);
});
