/*! LiveView for Spring Boot 0.1.0-SNAPSHOT, (c) 2026 the liveview4j authors, MIT License: liveview.LICENSE.txt */
// src/dom.js
function own(node, name) {
  return node instanceof HTMLFormElement ? Reflect.get(HTMLFormElement.prototype, name, node) : node[name];
}
function run(node, name, ...values) {
  return own(node, name).apply(node, values);
}
function attribute(element, name) {
  return run(element, "getAttribute", name);
}

// src/payload.js
function isSubmitButton(element) {
  return /^(submit|image)$/.test(element.type) && element.form instanceof HTMLFormElement;
}

// src/triggers/keys.js
var COMPOSING = 229;
var MODIFIERS = ["ctrl", "alt", "meta", "shift"];
var NAMES = {
  escape: "esc",
  " ": "space",
  arrowup: "up",
  arrowdown: "down",
  arrowleft: "left",
  arrowright: "right",
  pageup: "page_up",
  pagedown: "page_down"
};
function isKey({ key, isComposing, keyCode }) {
  return Boolean(key) && !isComposing && keyCode !== COMPOSING;
}
function isPlain(event) {
  return event.getModifierState?.("AltGraph") || !(event.ctrlKey || event.altKey || event.metaKey);
}
function pressed(event) {
  const flags = (
    /** @type {any} */
    event
  );
  return compose(event.key, (modifier) => flags[`${modifier}Key`] && (modifier === "shift" || !isPlain(event)));
}
function canonical(written) {
  const [, modifiers, key] = (
    /** @type {string[]} */
    /^((?:(?:ctrl|alt|meta|shift)\s*\+\s*)*)(.*)$/.exec(written.trim().toLowerCase())
  );
  return compose(key, (modifier) => modifiers.includes(modifier));
}
function compose(key, has) {
  const name = key.toLowerCase();
  return [...MODIFIERS.filter(has), NAMES[name] ?? name].join("+");
}

// src/triggers/enter.js
var SUBMIT_ACTION = /(^|\s)(submit\S*->|[^\s>]+(\s|$))/;
var CLICK_ACTION = /(^|\s)(click\S*->)?page#run(?![^\s:])/;
var NOT_TEXT = /^(button|checkbox|color|file|hidden|image|radio|range|reset|submit)$/;
function pressOnEnter(root, signal) {
  function press(event, form) {
    const buttons = form && !event.defaultPrevented ? buttonsOf(form) : [];
    if (!buttons.length) return;
    event.preventDefault();
    if (!event.repeat) buttons.find((button) => !button.matches(":disabled:not(.liveview-busy)"))?.click();
  }
  root.addEventListener("submit", (event) => press(
    event,
    /** @type {any} */
    event.target
  ), { signal });
  root.addEventListener(
    "keydown",
    (event) => {
      const { target, key } = event;
      const isText = target.localName === "input" && !NOT_TEXT.test(target.type);
      if (isText && key === "Enter" && isKey(event)) press(event, target.form);
    },
    { signal }
  );
}
function buttonsOf(form) {
  const elements = (
    /** @type {any[]} */
    [...own(form, "elements")]
  );
  const isSubmitted = run(form, "hasAttribute", "action") || SUBMIT_ACTION.test(attribute(form, "data-action") ?? "") || elements.some(isSubmitButton) || run(form, "querySelector", "input[type=image]");
  if (isSubmitted) return [];
  return elements.filter(
    (element) => element.type === "button" && element.hasAttribute("data-liveview-function") && CLICK_ACTION.test(element.getAttribute("data-action") ?? "")
  );
}

// src/triggers/focus.js
var focus = {
  inserted(elements, isFirst) {
    if (!isFirst || !hasTyped(document.activeElement)) elements.some(take);
  }
};
function take(element) {
  if (attribute(element, "data-liveview-focus") !== "true") return false;
  const { width, height } = run(element, "getBoundingClientRect");
  const isCandidate = width * height > 0 && getComputedStyle(element).visibility === "visible";
  if (isCandidate) run(element, "focus");
  return isCandidate && document.activeElement === element;
}
function hasTyped(element) {
  return element?.defaultValue !== void 0 && element.value !== element.defaultValue;
}

// src/triggers/intersect.js
var appeared = /* @__PURE__ */ new WeakSet();
function createIntersect(send, signal) {
  const observers = /* @__PURE__ */ new Map();
  const observed = /* @__PURE__ */ new WeakMap();
  const inView = /* @__PURE__ */ new WeakSet();
  function notice(entries) {
    for (const { target, isIntersecting } of entries) {
      if (!observed.has(target) || inView.has(target) === isIntersecting) continue;
      if (isIntersecting) {
        inView.add(target);
        if (!appeared.has(target) || attribute2(target, "repeat") === "true") tell(target, "appear");
        appeared.add(target);
      } else {
        inView.delete(target);
        tell(target, "disappear");
      }
    }
  }
  function tell(element, change) {
    const name = attribute2(element, change);
    if (name) send(element, name);
  }
  function observerFor(margin) {
    const around = `${margin}px`;
    const options = (
      /** @type {IntersectionObserverInit} */
      { rootMargin: around, scrollMargin: around }
    );
    const observer = observers.get(margin) ?? new IntersectionObserver(notice, options);
    observers.set(margin, observer);
    return observer;
  }
  signal.addEventListener("abort", () => observers.forEach((observer) => observer.disconnect()));
  return {
    setUp(element) {
      const isWanted = attribute2(element, "appear") || attribute2(element, "disappear");
      const observer = isWanted && observerFor(Math.max(0, parseInt(attribute2(element, "threshold")) || 0));
      const before = observed.get(element);
      if (before !== observer) before?.unobserve(element);
      if (!observer) return void observed.delete(element);
      observed.set(element, observer);
      observer.observe(element);
    },
    letGo(element) {
      observed.get(element)?.unobserve(element);
      observed.delete(element);
      inView.delete(element);
    }
  };
}
function attribute2(element, name) {
  return run(element, "getAttribute", `data-liveview-intersect-${name}`) ?? "";
}

// src/describe.js
function describe({ localName, id }) {
  return id ? `<${localName} id="${id}">` : `<${localName}>`;
}

// src/triggers/keyboard.js
var ATTRIBUTE = "data-liveview-keyboard-map";
function createKeyboard(send) {
  const maps = /* @__PURE__ */ new WeakMap();
  function press(event) {
    const element = event.currentTarget;
    const name = isKey(event) && !isTyping(event) && maps.get(element)?.get(pressed(event));
    if (!name) return;
    event.preventDefault();
    if (!event.repeat) send(element, name, { isUser: true });
  }
  return {
    setUp(element) {
      const text = attribute(element, ATTRIBUTE);
      const map = text === null ? null : parse(text);
      if (text !== null && !map) {
        console.error(`LiveView: ${describe(element)}: ${ATTRIBUTE}: expected JSON like {"ctrl+s": "save"}`);
      }
      if (!map) return this.letGo?.(element);
      maps.set(element, map);
      makeFocusable(element);
      run(element, "addEventListener", "keydown", press);
    },
    letGo(element) {
      maps.delete(element);
      run(element, "removeEventListener", "keydown", press);
    }
  };
}
function parse(text) {
  try {
    const entries = Object.entries(JSON.parse(text));
    const isMap = /^\s*\{/.test(text) && entries.every(([, name]) => typeof name === "string");
    return isMap ? new Map(entries.map(([key, name]) => [canonical(key), name])) : null;
  } catch {
    return null;
  }
}
function isTyping(event) {
  const field = (
    /** @type {any} */
    event.composedPath()[0]
  );
  const isField = /^(input|textarea|select)$/.test(field.localName) || field.isContentEditable;
  const isCharacter = [...event.key].length === 1;
  return isField && isPlain(event) && event.key !== "Escape" && (isCharacter || field !== event.currentTarget);
}
function makeFocusable(element) {
  if (run(element, "matches", "body,html,[tabindex]") || own(element, "isContentEditable") || own(element, "tabIndex") >= 0) return;
  run(element, "setAttribute", "tabindex", -1);
}

// src/triggers/modal.js
var modal = {
  inserted(elements) {
    for (
      const element of
      /** @type {any[]} */
      elements
    ) {
      if (run(element, "matches", "dialog[data-liveview-modal]:not([open])")) element.showModal();
    }
  }
};

// src/triggers/timing.js
function createTiming(root, signal) {
  const waiting = /* @__PURE__ */ new Map();
  function drop(element) {
    clearTimeout(waiting.get(element)?.timer);
    waiting.delete(element);
  }
  function wait(element, delay, act) {
    const isDebounced = Boolean(act);
    const timer = setTimeout(() => {
      const last = waiting.get(element)?.act;
      drop(element);
      if (last && !isDebounced) wait(element, delay);
      last?.();
    }, delay);
    waiting.set(element, { timer, act, isDebounced });
  }
  function flush(isMeant) {
    for (const [element, { act, isDebounced }] of [...waiting]) {
      if (!isDebounced || !isMeant(element)) continue;
      drop(element);
      act?.();
    }
  }
  const flushForm = (form) => flush((field) => form && field !== form && (field.form ?? run(field, "closest", "form")) === form);
  const flushLeft = (event) => queueMicrotask(() => flush((element) => isLeft(element, event)));
  root.addEventListener("focusout", flushLeft, { signal });
  root.addEventListener("submit", ({ target }) => flushForm(target), { signal, capture: true });
  return {
    /**
     * @param {Element} element
     * @param {string} type of the event; after some there is nothing to wait for, as when a form is submitted
     * @param {() => void} act
     */
    run(element, type, act) {
      if (type === "click") flushForm(
        /** @type {any} */
        element.form
      );
      const isLast = /^(submit|blur|focusout)$/.test(type);
      const debounce = isLast ? 0 : milliseconds(element, "debounce");
      const throttle = milliseconds(element, "throttle");
      const current = waiting.get(element);
      if (throttle && !debounce && current) {
        current.act = act;
        return;
      }
      drop(element);
      if (debounce) return wait(element, debounce, act);
      if (throttle) wait(element, throttle);
      act();
    },
    letGo: drop
  };
}
function milliseconds(element, name) {
  return Math.max(0, parseInt(attribute(element, `data-liveview-${name}`) ?? "") || 0);
}
function isLeft(element, { target, relatedTarget }) {
  return run(element, "contains", target) && !run(element, "contains", relatedTarget);
}
export {
  createIntersect,
  createKeyboard,
  createTiming,
  focus,
  modal,
  pressOnEnter
};
