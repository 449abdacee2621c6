// What shows a developer what goes on, as one file that is loaded when it is first asked for.
export { debug } from "./log.js";
export { latency } from "./latency.js";
