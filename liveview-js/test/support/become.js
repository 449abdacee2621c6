import { morph } from "../../src/morph/morph.js";
import { takeOver } from "../../src/page/take_over.js";

/** Turns the page into what a fetched one would be. */
export const become = (html, kit) =>
  takeOver(html, { script: undefined, findScript: () => undefined, trusted: (text) => text, morph, keeps: undefined, ...kit });
