import { Link } from "@fluentui/react-components";
import { Fragment } from "react";
import type { ReactNode } from "react";
import { blocksOf } from "./markdown.ts";
import type { Inline } from "./markdown.ts";

function inline(nodes: readonly Inline[]): ReactNode {
  return nodes.map((node, index) => {
    switch (node.kind) {
      case "text":
        return <Fragment key={index}>{node.text}</Fragment>;
      case "strong":
        return <strong key={index}>{inline(node.children)}</strong>;
      case "em":
        return <em key={index}>{inline(node.children)}</em>;
      case "link":
        return <Link key={index} href={node.href} target="_blank" rel="noreferrer">{node.text}</Link>;
    }
  });
}

/** Renders as elements, never as HTML text: what an add-in wrote cannot bring markup in. */
export function MarkdownText({ source }: { readonly source: string }) {
  return blocksOf(source).map((block, index) => {
    switch (block.kind) {
      case "paragraph":
        return <p key={index} style={{ margin: "0 0 8px" }}>{inline(block.children)}</p>;
      case "bullets":
        return <ul key={index} style={{ margin: "0 0 8px", paddingLeft: 20 }}>{block.items.map((item, at) => <li key={at}>{inline(item)}</li>)}</ul>;
      case "numbers":
        return <ol key={index} style={{ margin: "0 0 8px", paddingLeft: 20 }}>{block.items.map((item, at) => <li key={at}>{inline(item)}</li>)}</ol>;
    }
  });
}
