/** Starts the window. With `#play` it opens no message by itself: a scenario does. */
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { createApp } from "./app-model.ts";
import { createAutomation } from "./automation.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("The page lacks its root element.");
const app = await createApp();
Object.assign(window, { simulator: createAutomation(app) });
if (window.location.hash !== "#play") app.session.open({}, "new");
createRoot(root).render(<App app={app} />);
