/** A local Outlook compose window around Microsoft's own office.js, for development. May not: be imported by another part; change Microsoft's files; be called a test in Outlook. */
export { startSimulator } from "./start.ts";
export type { Simulator, SimulatorOptions } from "./start.ts";
export { openPlayer } from "./play.ts";
export type { Player } from "./play.ts";
export { parseScenario } from "./scenario.ts";
export type { Answer, Scenario } from "./scenario.ts";
