import { Idiomorph } from "idiomorph";
import { cleanUp } from "./clean_up.js";
import { isWrittenIn, keepUserInput } from "./user_input.js";

// What a script element with one of these types, or none, holds is run.
const RUNS = /^$|script|module|importmap|speculationrules/i;

/**
 * Turns the body of the page into another, without losing what the user did: what was typed and chosen, the focus
 * and the caret, what was opened. Scripts stay as they are, and none is added.
 *
 * @param {HTMLElement} body
 * @param {HTMLElement} next of another document
 */
export function morph(body, next) {
  const input = keepUserInput(body, next);
  const focus = keepFocus();
  const held = /** @type {any[]} */ ([...body.querySelectorAll("*")]).filter((element) => element.__cleanup);
  try {
    Idiomorph.morph(body, next, {
      restoreFocus: false,
      callbacks: {
        beforeNodeAdded(node) {
          inside(node).filter(isInert).forEach((one) => one.remove());
          return !isInert(node);
        },
        beforeNodeMorphed(node, into) {
          input.turns(node, into);
          return !isInert(node) && !isInert(into) && !isNotice(node) && !isWrittenIn(node);
        },
        beforeNodeRemoved(node) {
          if (isInert(node) || isNotice(node)) return false;
          if (node instanceof Element) cleanUp(node);
          return true;
        },
        beforeAttributeUpdated: (name, element, change) => !isKept(name, element, change) && !input.owns(element, name),
      },
    });
  } finally {
    input.restore();
    focus();
    // Not all that goes is told of.
    held.filter((element) => !element.isConnected).forEach(cleanUp);
  }
}

/** @param {any} node */
const inside = (node) => [...(node.querySelectorAll?.("script,noscript") ?? [])];

/**
 * What is there for browsers without scripts is text to the page, but elements to a document that runs none.
 *
 * @param {any} node
 */
function isInert(node) {
  if (node.localName === "noscript") return true;
  return node.localName === "script" && (node.hasAttribute("src") || RUNS.test(node.getAttribute("type") ?? ""));
}

/** @param {any} node that tells of the connection, and not of the page */
const isNotice = ({ id }) => /^(liveview-notice|no-connection)$/.test(id);

/**
 * Whether an attribute is no longer the server's.
 *
 * @param {string} name
 * @param {Element} element
 * @param {string} change
 */
function isKept(name, element, change) {
  const isRemoved = change === "remove";
  if (name === "open") return element.localName === "details" || (isRemoved && element.localName === "dialog");
  return name === "tabindex" && isRemoved && element.hasAttribute("data-liveview-keyboard-map");
}

function keepFocus() {
  const active = /** @type {any} */ (document.activeElement);
  const { selectionStart, selectionEnd, selectionDirection } = active ?? {};
  return () => {
    if (!active?.isConnected || active === document.body) return;
    if (active !== document.activeElement) active.focus({ preventScroll: true });
    // Null in a field that has no caret.
    if (typeof selectionStart !== "number" || active.selectionStart === null) return;
    active.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
  };
}
