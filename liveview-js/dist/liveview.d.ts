// Made by "npm run types" of src/npm/live_view_api.js and scripts/types.js.
/**
 * of the connection
 */
export type LiveViewStatus = "connecting" | "connected" | "disconnected";
/**
 * A value that is sent as text; null and undefined are left out.
 */
export type LiveViewValue = string | number | boolean | bigint | null | undefined;
/**
 * What a handler gets as its data, by name.
 */
export type LiveViewData = Record<string, LiveViewValue>;
/**
 * The fields that a handler gets; an array is a name with several values. Files are left out.
 */
export type LiveViewForm = HTMLFormElement | FormData | Iterable<[string, LiveViewValue]> | Record<string, LiveViewValue | LiveViewValue[]>;
export type LiveViewCallOptions = {
    /**
     * none: no fields
     */
    form?: LiveViewForm | undefined;
    /**
     * shows that the call runs, as a button that was pressed does
     */
    element?: Element | undefined;
};
/**
 * How a call ended that has no answer.
 */
export type LiveViewFailure = {
    /**
     * as in docs/protocol.md
     */
    code: string;
    /**
     * the reference under which the server's log has the cause
     */
    ref?: string | undefined;
    /**
     * that was called
     */
    function: string;
};
/**
 * What `LiveView.call` is rejected with.
 */
export type LiveViewError = Error & LiveViewFailure;
/**
 * One change of the page, as the server has sent it. The fields are those of docs/protocol.md, all optional.
 */
export type LiveViewUpdate = {
    /**
     * a CSS selector
     */
    target?: string | undefined;
    html?: string | undefined;
    swap?: string | undefined;
};
/**
 * The library's own events, with what their `detail` is. Those that ask, `resync`, `before-render`, `updated` and `before-visit`,
 * can be prevented, and so can `error`, which is then not told to the person.
 */
export type LiveViewEvents = {
    "liveview:connected": null;
    "liveview:disconnected": {
        code: number;
    };
    "liveview:error": {
        code?: string;
        ref?: string;
        function?: string;
        message?: string;
    };
    "liveview:resync": null;
    "liveview:resynced": null;
    "liveview:before-render": {
        update: LiveViewUpdate;
    };
    "liveview:rendered": {
        update: LiveViewUpdate;
    };
    "liveview:updated": any;
    "liveview:before-visit": {
        url: string;
    };
    "liveview:visited": any;
};
/**
 * `window.LiveView`, and what the module exports.
 */
export type LiveViewApi = {
    /**
     * of the client
     */
    version: string;
    /**
     * Stimulus, started; register controllers of your own here.
     * That of the script tag is without outlets
     */
    application: import("@hotwired/stimulus").Application;
    /**
     * what they extend
     */
    Controller: typeof import("@hotwired/stimulus").Controller;
    /**
     * as in `<html data-liveview-status>`
     */
    status: LiveViewStatus;
    /**
     * how many calls wait for a connection
     */
    queueLength: number;
    /**
     * begins, or tries again at once
     */
    connect: () => void;
    /**
     * ends until the next `connect()`
     */
    disconnect: () => void;
    /**
     * calls a handler. Fulfilled
     * when its answer is in the page, rejected with a `LiveViewError`, which need not be handled
     */
    call: (name: string, data?: LiveViewData, options?: LiveViewCallOptions) => Promise<void>;
    /**
     *   hears of an event of the library or of the server's `event(name, detail)`; what is returned ends it
     */
    on: <Name extends string>(name: Name, listener: (detail: Name extends keyof LiveViewEvents ? LiveViewEvents[Name] : any, event: CustomEvent) => void) => () => void;
    /**
     * goes to another page as a link with
     * `data-liveview-navigate` does; fulfilled when it is shown, or left to the browser
     */
    visit: (url: string, options?: {
        replace?: boolean;
    }) => Promise<void>;
    /**
     * tells the console, at its level "debug", what happens, until the page is left
     * or `debug(false)`; without what was typed. Fulfilled when it has begun
     */
    debug: (isOn?: boolean) => Promise<void>;
    /**
     * lets every frame take `ms` milliseconds longer, each way, and at
     * random up to `jitter` more; 0 ends it
     */
    latency: (ms: number, jitter?: number) => Promise<void>;
};

export declare const LiveView: Readonly<LiveViewApi>;
export default LiveView;

type LiveViewDomEvents = { [Name in keyof LiveViewEvents]: CustomEvent<LiveViewEvents[Name]> };

declare global {
  const LiveView: Readonly<LiveViewApi>;

  interface Window {
    readonly LiveView: Readonly<LiveViewApi>;
    /** Settings of the client, by their names in docs/connection.md, that exist before it starts. */
    webSocketConfig?: Record<string, string | number | boolean>;
  }

  interface GlobalEventHandlersEventMap extends LiveViewDomEvents {}
}
