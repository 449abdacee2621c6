import { morph } from "../../src/morph/morph.js";
import { parse, takeOver } from "../../src/page/take_over.js";

/** Turns the page into what a fetched one would be. */
export const become = (html, { trusted = (text) => text, keeps, ...kit } = {}) =>
  takeOver(parse(html, trusted), { script: undefined, findScript: () => undefined, morph, ...kit }, keeps);
