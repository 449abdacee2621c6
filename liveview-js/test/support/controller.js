import { Application } from "@hotwired/stimulus";
import { createPageController } from "../../src/controllers/page_controller.js";
import * as triggers from "../../src/triggers/triggers_chunk.js";
import { openPage } from "./page.js";

/** Observers have been called. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));

/** The fields of a key event, for `fire`. */
export const key = (name, init) => ({ interface: "KeyboardEvent", key: name, ...init });

/**
 * Opens a page with the controller at work. A call is `[function, data, form]`, with its origin beside it.
 *
 * @param {import("node:test").TestContext} t
 * @param {string} html inside the body
 * @param {{body?: string, globals?: Record<string, unknown>, before?: (page: any) => void}} [options]
 */
export async function start(t, html, { body = 'data-controller="page"', before, isKnown = () => true, loadPages = () => {}, ...options } = {}) {
  const page = await openPage(t, `<body ${body}>${html}`, options);
  before?.(page);
  const calls = [];
  const origins = [];
  const application = Application.start();
  application.handleError = (error) => {
    throw error;
  };
  application.register(
    "page",
    createPageController(
      (name, data, form, origin) => {
        calls.push([name, { ...data }, form]);
        origins.push(origin);
      },
      async () => triggers,
      isKnown,
      loadPages,
    ),
  );
  page.beforeClose(() => application.stop());
  await settled();
  const fire = (selector, type, init = {}) => {
    const { [init.interface ?? "Event"]: Interface } = page.window;
    const event = new Interface(type, { bubbles: true, cancelable: true, ...init });
    (typeof selector === "string" ? page.$(selector) : selector).dispatchEvent(event);
    return event;
  };
  const names = () => calls.map(([name]) => name);
  const insert = async (html, selector = "body") => {
    page.$(selector).insertAdjacentHTML("beforeend", html);
    await settled();
  };
  return { ...page, calls, origins, names, fire, insert, application };
}
