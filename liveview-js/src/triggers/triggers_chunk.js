// The triggers that most pages have no use for, as one file that is loaded when an element asks for one of them.
export { pressOnEnter } from "./enter.js";
export { focus } from "./focus.js";
export { createIntersect } from "./intersect.js";
export { createKeyboard } from "./keyboard.js";
export { modal } from "./modal.js";
export { createTiming } from "./timing.js";
