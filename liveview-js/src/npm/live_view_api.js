// What page code meets, as dist/liveview.d.ts describes it. Types only, and none of another source: the declarations are made
// of this file alone.

/** @typedef {"connecting" | "connected" | "disconnected"} LiveViewStatus of the connection */

/**
 * A value that is sent as text; null and undefined are left out.
 *
 * @typedef {string | number | boolean | bigint | null | undefined} LiveViewValue
 */

/**
 * What a handler gets as its data, by name.
 *
 * @typedef {Record<string, LiveViewValue>} LiveViewData
 */

/**
 * The fields that a handler gets; an array is a name with several values. Files are left out.
 *
 * @typedef {HTMLFormElement | FormData | Iterable<[string, LiveViewValue]> | Record<string, LiveViewValue | LiveViewValue[]>} LiveViewForm
 */

/**
 * @typedef {object} LiveViewCallOptions
 * @property {LiveViewForm} [form] none: no fields
 * @property {Element} [element] shows that the call runs, as a button that was pressed does
 */

/**
 * How a call ended that has no answer.
 *
 * @typedef {object} LiveViewFailure
 * @property {string} code as in docs/protocol.md
 * @property {string} [ref] the reference under which the server's log has the cause
 * @property {string} function that was called
 */

/**
 * What `LiveView.call` is rejected with.
 *
 * @typedef {Error & LiveViewFailure} LiveViewError
 */

/**
 * One change of the page, as the server has sent it. The fields are those of docs/protocol.md, all optional.
 *
 * @typedef {object} LiveViewUpdate
 * @property {string} [target] a CSS selector
 * @property {string} [html]
 * @property {string} [swap]
 */

/**
 * The library's own events, with what their `detail` is. Those that ask, `resync`, `before-render`, `updated` and `before-visit`,
 * can be prevented, and so can `error`, which is then not told to the person.
 *
 * @typedef {{
 *   "liveview:connected": null,
 *   "liveview:disconnected": {code: number},
 *   "liveview:error": {code?: string, ref?: string, function?: string, message?: string},
 *   "liveview:resync": null,
 *   "liveview:resynced": null,
 *   "liveview:before-render": {update: LiveViewUpdate},
 *   "liveview:rendered": {update: LiveViewUpdate},
 *   "liveview:updated": any,
 *   "liveview:before-visit": {url: string},
 *   "liveview:visited": any,
 * }} LiveViewEvents
 */

/**
 * `window.LiveView`, and what the module exports.
 *
 * @typedef {object} LiveViewApi
 * @property {string} version of the client
 * @property {import("@hotwired/stimulus").Application} application Stimulus, started; register controllers of your own here.
 *   That of the script tag is without outlets
 * @property {typeof import("@hotwired/stimulus").Controller} Controller what they extend
 * @property {LiveViewStatus} status as in `<html data-liveview-status>`
 * @property {number} queueLength how many calls wait for a connection
 * @property {() => void} connect begins, or tries again at once
 * @property {() => void} disconnect ends until the next `connect()`
 * @property {(name: string, data?: LiveViewData, options?: LiveViewCallOptions) => Promise<void>} call calls a handler. Fulfilled
 *   when its answer is in the page, rejected with a `LiveViewError`, which need not be handled
 * @property {<Name extends string>(name: Name, listener: (detail: Name extends keyof LiveViewEvents ? LiveViewEvents[Name] : any, event: CustomEvent) => void) => () => void} on
 *   hears of an event of the library or of the server's `event(name, detail)`; what is returned ends it
 * @property {(url: string, options?: {replace?: boolean}) => Promise<void>} visit goes to another page as a link with
 *   `data-liveview-navigate` does; fulfilled when it is shown, or left to the browser
 * @property {(isOn?: boolean) => Promise<void>} debug tells the console, at its level "debug", what happens, until the page is left
 *   or `debug(false)`; without what was typed. Fulfilled when it has begun
 * @property {(ms: number, jitter?: number) => Promise<void>} latency lets every frame take `ms` milliseconds longer, each way, and at
 *   random up to `jitter` more; 0 ends it
 */

export {};
