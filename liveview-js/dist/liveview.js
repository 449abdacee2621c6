/*! LiveView for Spring Boot 0.1.0-SNAPSHOT, (c) 2026 the liveview4j authors; with Stimulus 3.2.2, (c) 2023 Basecamp, LLC. MIT License: liveview.LICENSE.txt */
"use strict";
(() => {
  // <define:LIVEVIEW_CHUNKS>
  var define_LIVEVIEW_CHUNKS_default = { page: "liveview-page.js?v=0910fb5233fb", triggers: "liveview-triggers.js?v=7ee90da41783", debug: "liveview-debug.js?v=76bf1521259e" };

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
  function formAround(element) {
    return element instanceof HTMLFormElement ? element : element && (own(element, "form") || run(element, "closest", "form"));
  }
  function isElement(node) {
    return own(node, "nodeType") === 1;
  }
  function within(parent, nodes, selector) {
    const isAll = nodes.length === own(parent, "childNodes").length;
    return isAll ? [...run(parent, "querySelectorAll", selector)] : nodes.flatMap((node) => all(node, selector));
  }
  function all(node, selector) {
    if (!isElement(node)) return [];
    const inside = [...run(node, "querySelectorAll", selector)];
    return run(node, "matches", selector) ? [node, ...inside] : inside;
  }

  // node_modules/@hotwired/stimulus/dist/stimulus.js
  var EventListener = class {
    constructor(eventTarget, eventName, eventOptions) {
      this.eventTarget = eventTarget;
      this.eventName = eventName;
      this.eventOptions = eventOptions;
      this.unorderedBindings = /* @__PURE__ */ new Set();
    }
    connect() {
      run(this.eventTarget, "addEventListener", this.eventName, this, this.eventOptions);
    }
    disconnect() {
      run(this.eventTarget, "removeEventListener", this.eventName, this, this.eventOptions);
    }
    bindingConnected(binding) {
      this.unorderedBindings.add(binding);
    }
    bindingDisconnected(binding) {
      this.unorderedBindings.delete(binding);
    }
    handleEvent(event) {
      const extendedEvent = extendEvent(event);
      for (const binding of this.bindings) {
        if (extendedEvent.immediatePropagationStopped) {
          break;
        } else {
          binding.handleEvent(extendedEvent);
        }
      }
    }
    hasBindings() {
      return this.unorderedBindings.size > 0;
    }
    get bindings() {
      return Array.from(this.unorderedBindings).sort((left, right) => left.index - right.index);
    }
  };
  function extendEvent(event) {
    if ("immediatePropagationStopped" in event) {
      return event;
    } else {
      const { stopImmediatePropagation } = event;
      return Object.assign(event, {
        immediatePropagationStopped: false,
        stopImmediatePropagation() {
          this.immediatePropagationStopped = true;
          stopImmediatePropagation.call(this);
        }
      });
    }
  }
  var Dispatcher = class {
    constructor(application) {
      this.application = application;
      this.eventListenerMaps = /* @__PURE__ */ new Map();
      this.started = false;
    }
    start() {
      if (!this.started) {
        this.started = true;
        this.eventListeners.forEach((eventListener) => eventListener.connect());
      }
    }
    stop() {
      if (this.started) {
        this.started = false;
        this.eventListeners.forEach((eventListener) => eventListener.disconnect());
      }
    }
    get eventListeners() {
      return [...this.eventListenerMaps.values()].flatMap((map) => [...map.values()]);
    }
    bindingConnected(binding) {
      this.fetchEventListenerForBinding(binding).bindingConnected(binding);
    }
    bindingDisconnected(binding, clearEventListeners = false) {
      this.fetchEventListenerForBinding(binding).bindingDisconnected(binding);
      if (clearEventListeners)
        this.clearEventListenersForBinding(binding);
    }
    clearEventListenersForBinding(binding) {
      const eventListener = this.fetchEventListenerForBinding(binding);
      if (!eventListener.hasBindings()) {
        eventListener.disconnect();
        this.removeMappedEventListenerFor(binding);
      }
    }
    removeMappedEventListenerFor(binding) {
      const { eventTarget, eventName, eventOptions } = binding;
      const eventListenerMap = this.fetchEventListenerMapForEventTarget(eventTarget);
      const cacheKey = this.cacheKey(eventName, eventOptions);
      eventListenerMap.delete(cacheKey);
      if (eventListenerMap.size == 0)
        this.eventListenerMaps.delete(eventTarget);
    }
    fetchEventListenerForBinding(binding) {
      const { eventTarget, eventName, eventOptions } = binding;
      return this.fetchEventListener(eventTarget, eventName, eventOptions);
    }
    fetchEventListener(eventTarget, eventName, eventOptions) {
      const eventListenerMap = this.fetchEventListenerMapForEventTarget(eventTarget);
      const cacheKey = this.cacheKey(eventName, eventOptions);
      let eventListener = eventListenerMap.get(cacheKey);
      if (!eventListener) {
        eventListener = this.createEventListener(eventTarget, eventName, eventOptions);
        eventListenerMap.set(cacheKey, eventListener);
      }
      return eventListener;
    }
    createEventListener(eventTarget, eventName, eventOptions) {
      const eventListener = new EventListener(eventTarget, eventName, eventOptions);
      if (this.started) {
        eventListener.connect();
      }
      return eventListener;
    }
    fetchEventListenerMapForEventTarget(eventTarget) {
      let eventListenerMap = this.eventListenerMaps.get(eventTarget);
      if (!eventListenerMap) {
        eventListenerMap = /* @__PURE__ */ new Map();
        this.eventListenerMaps.set(eventTarget, eventListenerMap);
      }
      return eventListenerMap;
    }
    cacheKey(eventName, eventOptions) {
      return [eventName, ...Object.keys(eventOptions).sort().map((key) => (eventOptions[key] ? "" : "!") + key)].join(":");
    }
  };
  var defaultActionDescriptorFilters = {
    stop({ event, value }) {
      if (value)
        event.stopPropagation();
      return true;
    },
    prevent({ event, value }) {
      if (value)
        event.preventDefault();
      return true;
    },
    self({ event, value, element }) {
      if (value) {
        return element === event.target;
      } else {
        return true;
      }
    }
  };
  var descriptorPattern = /^(?:(?:([^.]+?)\+)?(.+?)(?:\.(.+?))?(?:@(window|document))?->)?(.+?)(?:#([^:]+?))(?::(.+))?$/;
  function parseActionDescriptorString(descriptorString) {
    const source = descriptorString.trim();
    const matches = source.match(descriptorPattern) || [];
    let eventName = matches[2];
    let keyFilter = matches[3];
    if (keyFilter && !["keydown", "keyup", "keypress"].includes(eventName)) {
      eventName += `.${keyFilter}`;
      keyFilter = "";
    }
    return {
      eventTarget: parseEventTarget(matches[4]),
      eventName,
      eventOptions: matches[7] ? parseEventOptions(matches[7]) : {},
      identifier: matches[5],
      methodName: matches[6],
      keyFilter: matches[1] || keyFilter
    };
  }
  function parseEventTarget(eventTargetName) {
    if (eventTargetName == "window") {
      return window;
    } else if (eventTargetName == "document") {
      return document;
    }
  }
  function parseEventOptions(eventOptions) {
    return eventOptions.split(":").reduce((options, token) => Object.assign(options, { [token.replace(/^!/, "")]: !/^!/.test(token) }), {});
  }
  function stringifyEventTarget(eventTarget) {
    if (eventTarget == window) {
      return "window";
    } else if (eventTarget == document) {
      return "document";
    }
  }
  function camelize(value) {
    return value.replace(/(?:[_-])([a-z0-9])/g, (_, char) => char.toUpperCase());
  }
  function capitalize(value) {
    return value.charAt(0).toUpperCase() + value.slice(1);
  }
  function dasherize(value) {
    return value.replace(/([A-Z])/g, (_, char) => `-${char.toLowerCase()}`);
  }
  function tokenize(value) {
    return value.match(/[^\s]+/g) || [];
  }
  function hasProperty(object, property) {
    return Object.hasOwn(object, property);
  }
  var allModifiers = ["meta", "ctrl", "alt", "shift"];
  var Action = class {
    constructor(element, index, descriptor, schema) {
      this.element = element;
      this.index = index;
      this.eventTarget = descriptor.eventTarget || element;
      this.eventName = descriptor.eventName || getDefaultEventNameForElement(element) || error("missing event name");
      this.eventOptions = descriptor.eventOptions || {};
      this.identifier = descriptor.identifier || error("missing identifier");
      this.methodName = descriptor.methodName || error("missing method name");
      this.keyFilter = descriptor.keyFilter || "";
      this.schema = schema;
    }
    static forToken(token, schema) {
      return new this(token.element, token.index, parseActionDescriptorString(token.content), schema);
    }
    toString() {
      const eventFilter = this.keyFilter ? `.${this.keyFilter}` : "";
      const eventTarget = this.eventTargetName ? `@${this.eventTargetName}` : "";
      return `${this.eventName}${eventFilter}${eventTarget}->${this.identifier}#${this.methodName}`;
    }
    shouldIgnoreKeyboardEvent(event) {
      if (!this.keyFilter) {
        return false;
      }
      const filters = this.keyFilter.split("+");
      if (this.keyFilterDissatisfied(event, filters)) {
        return true;
      }
      const standardFilter = filters.filter((key) => !allModifiers.includes(key))[0];
      if (!standardFilter) {
        return false;
      }
      if (!hasProperty(this.keyMappings, standardFilter)) {
        error(`contains unknown key filter: ${this.keyFilter}`);
      }
      return this.keyMappings[standardFilter].toLowerCase() !== event.key.toLowerCase();
    }
    shouldIgnoreMouseEvent(event) {
      if (!this.keyFilter) {
        return false;
      }
      return this.keyFilterDissatisfied(event, [this.keyFilter]);
    }
    get params() {
      const params = {};
      const pattern = new RegExp(`^data-${this.identifier}-(.+)-param$`, "i");
      for (const { name, value } of own(this.element, "attributes")) {
        const key = name.match(pattern)?.[1];
        if (key) {
          params[camelize(key)] = typecast(value);
        }
      }
      return params;
    }
    get eventTargetName() {
      return stringifyEventTarget(this.eventTarget);
    }
    get keyMappings() {
      return this.schema.keyMappings;
    }
    keyFilterDissatisfied(event, filters) {
      const [meta, ctrl, alt, shift] = allModifiers.map((modifier) => filters.includes(modifier));
      return event.metaKey !== meta || event.ctrlKey !== ctrl || event.altKey !== alt || event.shiftKey !== shift;
    }
  };
  var defaultEventNames = {
    a: () => "click",
    button: () => "click",
    form: () => "submit",
    details: () => "toggle",
    input: (e) => attribute(e, "type") == "submit" ? "click" : "input",
    select: () => "change",
    textarea: () => "input"
  };
  function getDefaultEventNameForElement(element) {
    const tagName = own(element, "tagName").toLowerCase();
    if (tagName in defaultEventNames) {
      return defaultEventNames[tagName](element);
    }
  }
  function error(message) {
    throw new Error(message);
  }
  function typecast(value) {
    try {
      return JSON.parse(value);
    } catch (o_O) {
      return value;
    }
  }
  var Binding = class {
    constructor(context, action) {
      this.context = context;
      this.action = action;
    }
    get index() {
      return this.action.index;
    }
    get eventTarget() {
      return this.action.eventTarget;
    }
    get eventOptions() {
      return this.action.eventOptions;
    }
    get identifier() {
      return this.context.identifier;
    }
    handleEvent(event) {
      const actionEvent = this.prepareActionEvent(event);
      if (this.willBeInvokedByEvent(event) && this.applyEventModifiers(actionEvent)) {
        this.invokeWithEvent(actionEvent);
      }
    }
    get eventName() {
      return this.action.eventName;
    }
    get method() {
      const method = this.controller[this.methodName];
      if (typeof method == "function") {
        return method;
      }
      throw new Error(`Action "${this.action}" references undefined method "${this.methodName}"`);
    }
    applyEventModifiers(event) {
      const { element } = this.action;
      const { actionDescriptorFilters } = this.context.application;
      const { controller } = this.context;
      let passes = true;
      for (const [name, value] of Object.entries(this.eventOptions)) {
        if (name in actionDescriptorFilters) {
          const filter = actionDescriptorFilters[name];
          passes = passes && filter({ name, value, event, element, controller });
        }
      }
      return passes;
    }
    prepareActionEvent(event) {
      return Object.assign(event, { params: this.action.params });
    }
    invokeWithEvent(event) {
      try {
        this.method.call(this.controller, event);
      } catch (error2) {
        const { identifier, controller, element, index } = this;
        const detail = { identifier, controller, element, index, event };
        this.context.handleError(error2, `invoking action "${this.action}"`, detail);
      }
    }
    willBeInvokedByEvent(event) {
      const eventTarget = event.target;
      if (event instanceof KeyboardEvent && this.action.shouldIgnoreKeyboardEvent(event)) {
        return false;
      }
      if (event instanceof MouseEvent && this.action.shouldIgnoreMouseEvent(event)) {
        return false;
      }
      return this.element === eventTarget || this.scope.containsElement(eventTarget instanceof Element && run(this.element, "contains", eventTarget) ? eventTarget : this.action.element);
    }
    get controller() {
      return this.context.controller;
    }
    get methodName() {
      return this.action.methodName;
    }
    get element() {
      return this.scope.element;
    }
    get scope() {
      return this.context.scope;
    }
  };
  var ElementObserver = class {
    constructor(element, delegate) {
      this.mutationObserverInit = { attributes: true, childList: true, subtree: true };
      this.element = element;
      this.started = false;
      this.delegate = delegate;
      this.elements = /* @__PURE__ */ new Set();
      this.mutationObserver = new MutationObserver((mutations) => mutations.forEach(this.processMutation, this));
    }
    start() {
      if (!this.started) {
        this.started = true;
        this.mutationObserver.observe(this.element, this.mutationObserverInit);
        this.refresh();
      }
    }
    pause(callback) {
      if (this.started) {
        this.mutationObserver.disconnect();
        this.started = false;
      }
      callback();
      if (!this.started) {
        this.mutationObserver.observe(this.element, this.mutationObserverInit);
        this.started = true;
      }
    }
    stop() {
      if (this.started) {
        this.mutationObserver.disconnect();
        this.started = false;
      }
    }
    refresh() {
      const matches = new Set(this.matchElementsInTree());
      for (const element of this.elements) {
        if (!matches.has(element)) {
          this.removeElement(element);
        }
      }
      for (const element of matches) {
        this.addElement(element);
      }
    }
    processMutation(mutation) {
      if (mutation.type == "attributes") {
        this.processAttributeChange(mutation.target, mutation.attributeName);
      } else {
        this.processRemovedNodes(mutation.removedNodes);
        this.processAddedNodes(mutation.addedNodes);
      }
    }
    processAttributeChange(element, attributeName) {
      if (this.elements.has(element)) {
        if (this.matchElement(element)) {
          this.delegate.elementAttributeChanged(element, attributeName);
        } else {
          this.removeElement(element);
        }
      } else if (this.matchElement(element)) {
        this.addElement(element);
      }
    }
    processRemovedNodes(nodes) {
      for (const node of nodes) {
        const element = this.elementFromNode(node);
        if (element) {
          this.processTree(element, this.removeElement);
        }
      }
    }
    processAddedNodes(nodes) {
      for (const node of nodes) {
        const element = this.elementFromNode(node);
        if (element && this.elementIsActive(element)) {
          this.processTree(element, this.addElement);
        }
      }
    }
    matchElement(element) {
      return this.delegate.matchElement(element);
    }
    matchElementsInTree(tree = this.element) {
      return this.delegate.matchElementsInTree(tree);
    }
    processTree(tree, processor) {
      for (const element of this.matchElementsInTree(tree)) {
        processor.call(this, element);
      }
    }
    elementFromNode(node) {
      if (isElement(node)) return node;
    }
    elementIsActive(element) {
      return run(this.element, "contains", element);
    }
    addElement(element) {
      if (!this.elements.has(element)) {
        if (this.elementIsActive(element)) {
          this.elements.add(element);
          {
            this.delegate.elementMatched(element);
          }
        }
      }
    }
    removeElement(element) {
      if (this.elements.has(element)) {
        this.elements.delete(element);
        {
          this.delegate.elementUnmatched(element);
        }
      }
    }
  };
  var AttributeObserver = class {
    constructor(element, attributeName, delegate) {
      this.attributeName = attributeName;
      this.delegate = delegate;
      this.elementObserver = new ElementObserver(element, this);
    }
    get element() {
      return this.elementObserver.element;
    }
    get selector() {
      return `[${this.attributeName}]`;
    }
    start() {
      this.elementObserver.start();
    }
    pause(callback) {
      this.elementObserver.pause(callback);
    }
    stop() {
      this.elementObserver.stop();
    }
    matchElement(element) {
      return run(element, "hasAttribute", this.attributeName);
    }
    matchElementsInTree(tree) {
      return all(tree, this.selector);
    }
    elementMatched(element) {
      {
        this.delegate.elementMatchedAttribute(element, this.attributeName);
      }
    }
    elementUnmatched(element) {
      {
        this.delegate.elementUnmatchedAttribute(element, this.attributeName);
      }
    }
    elementAttributeChanged(element, attributeName) {
      if (this.attributeName == attributeName) {
        this.delegate.elementAttributeValueChanged(element, attributeName);
      }
    }
  };
  var Multimap = class {
    constructor() {
      this.valuesByKey = /* @__PURE__ */ new Map();
    }
    get keys() {
      return Array.from(this.valuesByKey.keys());
    }
    add(key, value) {
      this.valuesByKey.set(key, (this.valuesByKey.get(key) ?? /* @__PURE__ */ new Set()).add(value));
    }
    delete(key, value) {
      const values = this.valuesByKey.get(key);
      values?.delete(value);
      if (!values?.size) this.valuesByKey.delete(key);
    }
    has(key, value) {
      return this.valuesByKey.get(key)?.has(value);
    }
    getValuesForKey(key) {
      return [...this.valuesByKey.get(key) ?? []];
    }
  };
  var StringMapObserver = class {
    constructor(element, delegate) {
      this.element = element;
      this.delegate = delegate;
      this.started = false;
      this.stringMap = /* @__PURE__ */ new Map();
      this.mutationObserver = new MutationObserver((mutations) => mutations.forEach(this.processMutation, this));
    }
    start() {
      if (!this.started) {
        this.started = true;
        this.mutationObserver.observe(this.element, { attributes: true, attributeOldValue: true });
        this.refresh();
      }
    }
    stop() {
      if (this.started) {
        this.mutationObserver.disconnect();
        this.started = false;
      }
    }
    refresh() {
      for (const attributeName of this.knownAttributeNames) {
        this.refreshAttribute(attributeName, null);
      }
    }
    processMutation(mutation) {
      const attributeName = mutation.attributeName;
      if (attributeName) {
        this.refreshAttribute(attributeName, mutation.oldValue);
      }
    }
    refreshAttribute(attributeName, oldValue) {
      const key = this.delegate.getStringMapKeyForAttribute(attributeName);
      if (key != null) {
        if (!this.stringMap.has(attributeName)) {
          this.stringMapKeyAdded(key, attributeName);
        }
        const value = attribute(this.element, attributeName);
        if (this.stringMap.get(attributeName) != value) {
          this.stringMapValueChanged(value, key, oldValue);
        }
        if (value == null) {
          const oldValue2 = this.stringMap.get(attributeName);
          this.stringMap.delete(attributeName);
          if (oldValue2)
            this.stringMapKeyRemoved(key, attributeName, oldValue2);
        } else {
          this.stringMap.set(attributeName, value);
        }
      }
    }
    stringMapKeyAdded(key, attributeName) {
      {
        this.delegate.stringMapKeyAdded(key, attributeName);
      }
    }
    stringMapValueChanged(value, key, oldValue) {
      {
        this.delegate.stringMapValueChanged(value, key, oldValue);
      }
    }
    stringMapKeyRemoved(key, attributeName, oldValue) {
      {
        this.delegate.stringMapKeyRemoved(key, attributeName, oldValue);
      }
    }
    get knownAttributeNames() {
      return /* @__PURE__ */ new Set([...this.currentAttributeNames, ...this.recordedAttributeNames]);
    }
    get currentAttributeNames() {
      return Array.from(own(this.element, "attributes")).map((attribute2) => attribute2.name);
    }
    get recordedAttributeNames() {
      return this.stringMap.keys();
    }
  };
  var TokenListObserver = class {
    constructor(element, attributeName, delegate) {
      this.attributeObserver = new AttributeObserver(element, attributeName, this);
      this.delegate = delegate;
      this.tokensByElement = new Multimap();
    }
    start() {
      this.attributeObserver.start();
    }
    pause(callback) {
      this.attributeObserver.pause(callback);
    }
    stop() {
      this.attributeObserver.stop();
    }
    get element() {
      return this.attributeObserver.element;
    }
    get attributeName() {
      return this.attributeObserver.attributeName;
    }
    elementMatchedAttribute(element) {
      this.tokensMatched(this.readTokensForElement(element));
    }
    elementAttributeValueChanged(element) {
      const [unmatchedTokens, matchedTokens] = this.refreshTokensForElement(element);
      this.tokensUnmatched(unmatchedTokens);
      this.tokensMatched(matchedTokens);
    }
    elementUnmatchedAttribute(element) {
      this.tokensUnmatched(this.tokensByElement.getValuesForKey(element));
    }
    tokensMatched(tokens) {
      tokens.forEach(this.tokenMatched, this);
    }
    tokensUnmatched(tokens) {
      tokens.forEach(this.tokenUnmatched, this);
    }
    tokenMatched(token) {
      this.delegate.tokenMatched(token);
      this.tokensByElement.add(token.element, token);
    }
    tokenUnmatched(token) {
      this.delegate.tokenUnmatched(token);
      this.tokensByElement.delete(token.element, token);
    }
    refreshTokensForElement(element) {
      const previousTokens = this.tokensByElement.getValuesForKey(element);
      const currentTokens = this.readTokensForElement(element);
      let index = 0;
      while (previousTokens[index] && previousTokens[index].content == currentTokens[index]?.content) index++;
      return [previousTokens.slice(index), currentTokens.slice(index)];
    }
    readTokensForElement(element) {
      const attributeName = this.attributeName;
      const tokenString = attribute(element, attributeName) || "";
      return parseTokenString(tokenString, element, attributeName);
    }
  };
  function parseTokenString(tokenString, element, attributeName) {
    return tokenString.trim().split(/\s+/).filter((content) => content.length).map((content, index) => ({ element, attributeName, content, index }));
  }
  var ValueListObserver = class {
    constructor(element, attributeName, delegate) {
      this.tokenListObserver = new TokenListObserver(element, attributeName, this);
      this.delegate = delegate;
      this.parseResultsByToken = /* @__PURE__ */ new WeakMap();
    }
    start() {
      this.tokenListObserver.start();
    }
    stop() {
      this.tokenListObserver.stop();
    }
    get element() {
      return this.tokenListObserver.element;
    }
    get attributeName() {
      return this.tokenListObserver.attributeName;
    }
    tokenMatched(token) {
      const { element } = token;
      const { value } = this.fetchParseResultForToken(token);
      if (value) {
        this.delegate.elementMatchedValue(element, value);
      }
    }
    tokenUnmatched(token) {
      const { element } = token;
      const { value } = this.fetchParseResultForToken(token);
      if (value) {
        this.delegate.elementUnmatchedValue(element, value);
      }
    }
    fetchParseResultForToken(token) {
      let parseResult = this.parseResultsByToken.get(token);
      if (!parseResult) {
        parseResult = this.parseToken(token);
        this.parseResultsByToken.set(token, parseResult);
      }
      return parseResult;
    }
    parseToken(token) {
      try {
        const value = this.delegate.parseValueForToken(token);
        return { value };
      } catch (error2) {
        return {};
      }
    }
  };
  var BindingObserver = class {
    constructor(context, delegate) {
      this.context = context;
      this.delegate = delegate;
      this.bindingsByAction = /* @__PURE__ */ new Map();
    }
    start() {
      if (!this.valueListObserver) {
        this.valueListObserver = new ValueListObserver(this.element, this.actionAttribute, this);
        this.valueListObserver.start();
      }
    }
    stop() {
      if (this.valueListObserver) {
        this.valueListObserver.stop();
        delete this.valueListObserver;
        this.disconnectAllActions();
      }
    }
    get element() {
      return this.context.element;
    }
    get identifier() {
      return this.context.identifier;
    }
    get actionAttribute() {
      return this.schema.actionAttribute;
    }
    get schema() {
      return this.context.schema;
    }
    get bindings() {
      return Array.from(this.bindingsByAction.values());
    }
    elementMatchedValue(element, action) {
      const binding = new Binding(this.context, action);
      this.bindingsByAction.set(action, binding);
      this.delegate.bindingConnected(binding);
    }
    elementUnmatchedValue(element, action) {
      const binding = this.bindingsByAction.get(action);
      if (binding) {
        this.bindingsByAction.delete(action);
        this.delegate.bindingDisconnected(binding);
      }
    }
    disconnectAllActions() {
      this.bindings.forEach((binding) => this.delegate.bindingDisconnected(binding, true));
      this.bindingsByAction.clear();
    }
    parseValueForToken(token) {
      const action = Action.forToken(token, this.schema);
      if (action.identifier == this.identifier) {
        return action;
      }
    }
  };
  var ValueObserver = class {
    constructor(context, receiver) {
      this.context = context;
      this.receiver = receiver;
      this.stringMapObserver = new StringMapObserver(this.element, this);
      this.valueDescriptorMap = this.controller.valueDescriptorMap;
    }
    start() {
      this.stringMapObserver.start();
      this.invokeChangedCallbacksForDefaultValues();
    }
    stop() {
      this.stringMapObserver.stop();
    }
    get element() {
      return this.context.element;
    }
    get controller() {
      return this.context.controller;
    }
    getStringMapKeyForAttribute(attributeName) {
      if (hasProperty(this.valueDescriptorMap, attributeName)) {
        return this.valueDescriptorMap[attributeName].name;
      }
    }
    stringMapKeyAdded(key, attributeName) {
      const descriptor = this.valueDescriptorMap[attributeName];
      if (!this.hasValue(key)) {
        this.invokeChangedCallback(key, descriptor.writer(this.receiver[key]), descriptor.writer(descriptor.defaultValue));
      }
    }
    stringMapValueChanged(value, name, oldValue) {
      const descriptor = this.valueDescriptorNameMap[name];
      if (value === null)
        return;
      if (oldValue === null) {
        oldValue = descriptor.writer(descriptor.defaultValue);
      }
      this.invokeChangedCallback(name, value, oldValue);
    }
    stringMapKeyRemoved(key, attributeName, oldValue) {
      const descriptor = this.valueDescriptorNameMap[key];
      this.invokeChangedCallback(key, descriptor.writer(this.hasValue(key) ? this.receiver[key] : descriptor.defaultValue), oldValue);
    }
    invokeChangedCallbacksForDefaultValues() {
      for (const { key, name, defaultValue, writer } of this.valueDescriptors) {
        if (defaultValue != void 0 && !this.controller.data.has(key)) {
          this.invokeChangedCallback(name, writer(defaultValue), void 0);
        }
      }
    }
    invokeChangedCallback(name, rawValue, rawOldValue) {
      const changedMethodName = `${name}Changed`;
      const changedMethod = this.receiver[changedMethodName];
      if (typeof changedMethod == "function") {
        const descriptor = this.valueDescriptorNameMap[name];
        try {
          const value = descriptor.reader(rawValue);
          let oldValue = rawOldValue;
          if (rawOldValue) {
            oldValue = descriptor.reader(rawOldValue);
          }
          changedMethod.call(this.receiver, value, oldValue);
        } catch (error2) {
          if (error2 instanceof TypeError) {
            error2.message = `Stimulus Value "${this.context.identifier}.${descriptor.name}" - ${error2.message}`;
          }
          throw error2;
        }
      }
    }
    get valueDescriptors() {
      const { valueDescriptorMap } = this;
      return Object.keys(valueDescriptorMap).map((key) => valueDescriptorMap[key]);
    }
    get valueDescriptorNameMap() {
      const descriptors = {};
      Object.keys(this.valueDescriptorMap).forEach((key) => {
        const descriptor = this.valueDescriptorMap[key];
        descriptors[descriptor.name] = descriptor;
      });
      return descriptors;
    }
    hasValue(attributeName) {
      const descriptor = this.valueDescriptorNameMap[attributeName];
      const hasMethodName = `has${capitalize(descriptor.name)}`;
      return this.receiver[hasMethodName];
    }
  };
  var TargetObserver = class {
    constructor(context, delegate) {
      this.context = context;
      this.delegate = delegate;
      this.targetsByName = new Multimap();
    }
    start() {
      if (!this.tokenListObserver) {
        this.tokenListObserver = new TokenListObserver(this.element, this.attributeName, this);
        this.tokenListObserver.start();
      }
    }
    stop() {
      if (this.tokenListObserver) {
        this.disconnectAllTargets();
        this.tokenListObserver.stop();
        delete this.tokenListObserver;
      }
    }
    tokenMatched({ element, content: name }) {
      if (this.scope.containsElement(element)) {
        this.connectTarget(element, name);
      }
    }
    tokenUnmatched({ element, content: name }) {
      this.disconnectTarget(element, name);
    }
    connectTarget(element, name) {
      if (!this.targetsByName.has(name, element)) {
        this.targetsByName.add(name, element);
        this.tokenListObserver?.pause(() => this.delegate.targetConnected(element, name));
      }
    }
    disconnectTarget(element, name) {
      if (this.targetsByName.has(name, element)) {
        this.targetsByName.delete(name, element);
        this.tokenListObserver?.pause(() => this.delegate.targetDisconnected(element, name));
      }
    }
    disconnectAllTargets() {
      for (const name of this.targetsByName.keys) {
        for (const element of this.targetsByName.getValuesForKey(name)) {
          this.disconnectTarget(element, name);
        }
      }
    }
    get attributeName() {
      return `data-${this.context.identifier}-target`;
    }
    get element() {
      return this.context.element;
    }
    get scope() {
      return this.context.scope;
    }
  };
  function readInheritableStaticArrayValues(constructor, propertyName) {
    const ancestors = getAncestorsForConstructor(constructor);
    return [...new Set(ancestors.flatMap((constructor2) => getOwnStaticArrayValues(constructor2, propertyName)))];
  }
  function readInheritableStaticObjectPairs(constructor, propertyName) {
    const ancestors = getAncestorsForConstructor(constructor);
    return ancestors.flatMap((constructor2) => getOwnStaticObjectPairs(constructor2, propertyName));
  }
  function getAncestorsForConstructor(constructor) {
    const ancestors = [];
    while (constructor) {
      ancestors.push(constructor);
      constructor = Object.getPrototypeOf(constructor);
    }
    return ancestors.reverse();
  }
  function getOwnStaticArrayValues(constructor, propertyName) {
    const definition = constructor[propertyName];
    return Array.isArray(definition) ? definition : [];
  }
  function getOwnStaticObjectPairs(constructor, propertyName) {
    return Object.entries(constructor[propertyName] ?? {});
  }
  var Context = class {
    constructor(module, scope) {
      this.module = module;
      this.scope = scope;
      this.controller = new module.controllerConstructor(this);
      this.bindingObserver = new BindingObserver(this, this.dispatcher);
      this.valueObserver = new ValueObserver(this, this.controller);
      this.targetObserver = new TargetObserver(this, this);
      try {
        this.controller.initialize();
      } catch (error2) {
        this.handleError(error2, "initializing controller");
      }
    }
    connect() {
      this.bindingObserver.start();
      this.valueObserver.start();
      this.targetObserver.start();
      try {
        this.controller.connect();
      } catch (error2) {
        this.handleError(error2, "connecting controller");
      }
    }
    disconnect() {
      try {
        this.controller.disconnect();
      } catch (error2) {
        this.handleError(error2, "disconnecting controller");
      }
      this.targetObserver.stop();
      this.valueObserver.stop();
      this.bindingObserver.stop();
    }
    get application() {
      return this.module.application;
    }
    get identifier() {
      return this.module.identifier;
    }
    get schema() {
      return this.application.schema;
    }
    get dispatcher() {
      return this.application.dispatcher;
    }
    get element() {
      return this.scope.element;
    }
    handleError(error2, message, detail = {}) {
      const { identifier, controller, element } = this;
      detail = Object.assign({ identifier, controller, element }, detail);
      this.application.handleError(error2, `Error ${message}`, detail);
    }
    targetConnected(element, name) {
      this.invokeControllerMethod(`${name}TargetConnected`, element);
    }
    targetDisconnected(element, name) {
      this.invokeControllerMethod(`${name}TargetDisconnected`, element);
    }
    invokeControllerMethod(methodName, ...args) {
      const controller = this.controller;
      if (typeof controller[methodName] == "function") {
        controller[methodName](...args);
      }
    }
  };
  function bless(constructor) {
    return shadow(constructor, getBlessedProperties(constructor));
  }
  function shadow(constructor, properties) {
    const shadowConstructor = extend(constructor);
    const shadowProperties = getShadowProperties(constructor.prototype, properties);
    Object.defineProperties(shadowConstructor.prototype, shadowProperties);
    return shadowConstructor;
  }
  function getBlessedProperties(constructor) {
    const blessings = readInheritableStaticArrayValues(constructor, "blessings");
    return blessings.reduce((blessedProperties, blessing) => {
      const properties = blessing(constructor);
      for (const key in properties) {
        const descriptor = blessedProperties[key] || {};
        blessedProperties[key] = Object.assign(descriptor, properties[key]);
      }
      return blessedProperties;
    }, {});
  }
  function getShadowProperties(prototype, properties) {
    return getOwnKeys(properties).reduce((shadowProperties, key) => {
      const descriptor = getShadowedDescriptor(prototype, properties, key);
      if (descriptor) {
        Object.assign(shadowProperties, { [key]: descriptor });
      }
      return shadowProperties;
    }, {});
  }
  function getShadowedDescriptor(prototype, properties, key) {
    const shadowingDescriptor = Object.getOwnPropertyDescriptor(prototype, key);
    const shadowedByValue = shadowingDescriptor && "value" in shadowingDescriptor;
    if (!shadowedByValue) {
      const descriptor = Object.getOwnPropertyDescriptor(properties, key).value;
      if (shadowingDescriptor) {
        descriptor.get = shadowingDescriptor.get || descriptor.get;
        descriptor.set = shadowingDescriptor.set || descriptor.set;
      }
      return descriptor;
    }
  }
  var getOwnKeys = Reflect.ownKeys;
  var extend = (constructor) => class extends constructor {
  };
  function blessDefinition(definition) {
    return {
      identifier: definition.identifier,
      controllerConstructor: bless(definition.controllerConstructor)
    };
  }
  var Module = class {
    constructor(application, definition) {
      this.application = application;
      this.definition = blessDefinition(definition);
      this.contextsByScope = /* @__PURE__ */ new WeakMap();
      this.connectedContexts = /* @__PURE__ */ new Set();
    }
    get identifier() {
      return this.definition.identifier;
    }
    get controllerConstructor() {
      return this.definition.controllerConstructor;
    }
    get contexts() {
      return Array.from(this.connectedContexts);
    }
    connectContextForScope(scope) {
      const context = this.fetchContextForScope(scope);
      this.connectedContexts.add(context);
      context.connect();
    }
    disconnectContextForScope(scope) {
      const context = this.contextsByScope.get(scope);
      if (context) {
        this.connectedContexts.delete(context);
        context.disconnect();
      }
    }
    fetchContextForScope(scope) {
      let context = this.contextsByScope.get(scope);
      if (!context) {
        context = new Context(this, scope);
        this.contextsByScope.set(scope, context);
      }
      return context;
    }
  };
  var ClassMap = class {
    constructor(scope) {
      this.scope = scope;
    }
    has(name) {
      return this.data.has(this.getDataKey(name));
    }
    get(name) {
      return this.getAll(name)[0];
    }
    getAll(name) {
      const tokenString = this.data.get(this.getDataKey(name)) || "";
      return tokenize(tokenString);
    }
    getAttributeName(name) {
      return this.data.getAttributeNameForKey(this.getDataKey(name));
    }
    getDataKey(name) {
      return `${name}-class`;
    }
    get data() {
      return this.scope.data;
    }
  };
  var DataMap = class {
    constructor(scope) {
      this.scope = scope;
    }
    get element() {
      return this.scope.element;
    }
    get identifier() {
      return this.scope.identifier;
    }
    get(key) {
      const name = this.getAttributeNameForKey(key);
      return attribute(this.element, name);
    }
    set(key, value) {
      const name = this.getAttributeNameForKey(key);
      this.element.setAttribute(name, value);
      return this.get(key);
    }
    has(key) {
      const name = this.getAttributeNameForKey(key);
      return run(this.element, "hasAttribute", name);
    }
    delete(key) {
      if (this.has(key)) {
        const name = this.getAttributeNameForKey(key);
        this.element.removeAttribute(name);
        return true;
      } else {
        return false;
      }
    }
    getAttributeNameForKey(key) {
      return `data-${this.identifier}-${dasherize(key)}`;
    }
  };
  function attributeValueContainsToken(attributeName, token) {
    return `[${attributeName}~="${token}"]`;
  }
  var TargetSet = class {
    constructor(scope) {
      this.scope = scope;
    }
    get element() {
      return this.scope.element;
    }
    get identifier() {
      return this.scope.identifier;
    }
    get schema() {
      return this.scope.schema;
    }
    has(targetName) {
      return this.find(targetName) != null;
    }
    find(...targetNames) {
      return targetNames.reduce((target, targetName) => target || this.findTarget(targetName), void 0);
    }
    findAll(...targetNames) {
      return targetNames.flatMap((targetName) => this.findAllTargets(targetName));
    }
    findTarget(targetName) {
      const selector = this.getSelectorForTargetName(targetName);
      return this.scope.findElement(selector);
    }
    findAllTargets(targetName) {
      const selector = this.getSelectorForTargetName(targetName);
      return this.scope.findAllElements(selector);
    }
    getSelectorForTargetName(targetName) {
      const attributeName = this.schema.targetAttributeForScope(this.identifier);
      return attributeValueContainsToken(attributeName, targetName);
    }
  };
  var Scope = class {
    constructor(schema, element, identifier, logger) {
      this.targets = new TargetSet(this);
      this.classes = new ClassMap(this);
      this.data = new DataMap(this);
      this.containsElement = (element2) => {
        return run(element2, "closest", this.controllerSelector) === this.element;
      };
      this.schema = schema;
      this.element = element;
      this.identifier = identifier;
    }
    findElement(selector) {
      return this.findAllElements(selector)[0];
    }
    findAllElements(selector) {
      return all(this.element, selector).filter(this.containsElement);
    }
    get controllerSelector() {
      return attributeValueContainsToken(this.schema.controllerAttribute, this.identifier);
    }
  };
  var ScopeObserver = class {
    constructor(element, schema, delegate) {
      this.element = element;
      this.schema = schema;
      this.delegate = delegate;
      this.valueListObserver = new ValueListObserver(this.element, this.controllerAttribute, this);
      this.scopesByIdentifierByElement = /* @__PURE__ */ new WeakMap();
      this.scopeReferenceCounts = /* @__PURE__ */ new WeakMap();
    }
    start() {
      this.valueListObserver.start();
    }
    stop() {
      this.valueListObserver.stop();
    }
    get controllerAttribute() {
      return this.schema.controllerAttribute;
    }
    parseValueForToken({ element, content: identifier }) {
      const scopesByIdentifier = this.fetchScopesByIdentifierForElement(element);
      let scope = scopesByIdentifier.get(identifier);
      if (!scope) {
        scope = this.delegate.createScopeForElementAndIdentifier(element, identifier);
        scopesByIdentifier.set(identifier, scope);
      }
      return scope;
    }
    elementMatchedValue(element, value) {
      const referenceCount = (this.scopeReferenceCounts.get(value) || 0) + 1;
      this.scopeReferenceCounts.set(value, referenceCount);
      if (referenceCount == 1) {
        this.delegate.scopeConnected(value);
      }
    }
    elementUnmatchedValue(element, value) {
      const referenceCount = this.scopeReferenceCounts.get(value);
      if (referenceCount) {
        this.scopeReferenceCounts.set(value, referenceCount - 1);
        if (referenceCount == 1) {
          this.delegate.scopeDisconnected(value);
        }
      }
    }
    fetchScopesByIdentifierForElement(element) {
      let scopesByIdentifier = this.scopesByIdentifierByElement.get(element);
      if (!scopesByIdentifier) {
        scopesByIdentifier = /* @__PURE__ */ new Map();
        this.scopesByIdentifierByElement.set(element, scopesByIdentifier);
      }
      return scopesByIdentifier;
    }
  };
  var Router = class {
    constructor(application) {
      this.application = application;
      this.scopeObserver = new ScopeObserver(this.element, this.schema, this);
      this.scopesByIdentifier = new Multimap();
      this.modulesByIdentifier = /* @__PURE__ */ new Map();
    }
    get element() {
      return this.application.element;
    }
    get schema() {
      return this.application.schema;
    }
    get controllerAttribute() {
      return this.schema.controllerAttribute;
    }
    get modules() {
      return Array.from(this.modulesByIdentifier.values());
    }
    get contexts() {
      return this.modules.flatMap((module) => module.contexts);
    }
    start() {
      this.scopeObserver.start();
    }
    stop() {
      this.scopeObserver.stop();
    }
    loadDefinition(definition) {
      this.unloadIdentifier(definition.identifier);
      const module = new Module(this.application, definition);
      this.connectModule(module);
      definition.controllerConstructor.afterLoad?.(definition.identifier, this.application);
    }
    unloadIdentifier(identifier) {
      const module = this.modulesByIdentifier.get(identifier);
      if (module) {
        this.disconnectModule(module);
      }
    }
    getContextForElementAndIdentifier(element, identifier) {
      return this.modulesByIdentifier.get(identifier)?.contexts.find((context) => context.element == element);
    }
    createScopeForElementAndIdentifier(element, identifier) {
      return new Scope(this.schema, element, identifier);
    }
    scopeConnected(scope) {
      this.scopesByIdentifier.add(scope.identifier, scope);
      this.modulesByIdentifier.get(scope.identifier)?.connectContextForScope(scope);
    }
    scopeDisconnected(scope) {
      this.scopesByIdentifier.delete(scope.identifier, scope);
      this.modulesByIdentifier.get(scope.identifier)?.disconnectContextForScope(scope);
    }
    connectModule(module) {
      this.modulesByIdentifier.set(module.identifier, module);
      const scopes = this.scopesByIdentifier.getValuesForKey(module.identifier);
      scopes.forEach((scope) => module.connectContextForScope(scope));
    }
    disconnectModule(module) {
      this.modulesByIdentifier.delete(module.identifier);
      const scopes = this.scopesByIdentifier.getValuesForKey(module.identifier);
      scopes.forEach((scope) => module.disconnectContextForScope(scope));
    }
  };
  var defaultSchema = {
    controllerAttribute: "data-controller",
    actionAttribute: "data-action",
    targetAttribute: "data-target",
    targetAttributeForScope: (identifier) => `data-${identifier}-target`,
    keyMappings: { ...{ enter: "Enter", tab: "Tab", esc: "Escape", space: " ", up: "ArrowUp", down: "ArrowDown", left: "ArrowLeft", right: "ArrowRight", home: "Home", end: "End", page_up: "PageUp", page_down: "PageDown" }, ...Object.fromEntries([..."abcdefghijklmnopqrstuvwxyz0123456789"].map((c) => [c, c])) }
  };
  var Application = class {
    constructor(element = document.documentElement, schema = defaultSchema) {
      this.logger = console;
      this.element = element;
      this.schema = schema;
      this.dispatcher = new Dispatcher(this);
      this.router = new Router(this);
      this.actionDescriptorFilters = Object.assign({}, defaultActionDescriptorFilters);
    }
    static start(element, schema) {
      const application = new this(element, schema);
      application.start();
      return application;
    }
    async start() {
      await domReady();
      this.dispatcher.start();
      this.router.start();
    }
    stop() {
      this.dispatcher.stop();
      this.router.stop();
    }
    register(identifier, controllerConstructor) {
      this.load({ identifier, controllerConstructor });
    }
    registerActionOption(name, filter) {
      this.actionDescriptorFilters[name] = filter;
    }
    load(head, ...rest) {
      const definitions = Array.isArray(head) ? head : [head, ...rest];
      definitions.forEach((definition) => {
        if (definition.controllerConstructor.shouldLoad) {
          this.router.loadDefinition(definition);
        }
      });
    }
    unload(head, ...rest) {
      const identifiers = Array.isArray(head) ? head : [head, ...rest];
      identifiers.forEach((identifier) => this.router.unloadIdentifier(identifier));
    }
    get controllers() {
      return this.router.contexts.map((context) => context.controller);
    }
    getControllerForElementAndIdentifier(element, identifier) {
      return this.router.getContextForElementAndIdentifier(element, identifier)?.controller ?? null;
    }
    handleError(error2, message, detail) {
      this.logger.error(`%s

%o

%o`, message, error2, detail);
      window.onerror?.call(window, message, "", 0, 0, error2);
    }
  };
  function domReady() {
    return new Promise((resolve) => {
      if (document.readyState == "loading") {
        run(document, "addEventListener", "DOMContentLoaded", () => resolve());
      } else {
        resolve();
      }
    });
  }
  function ClassPropertiesBlessing(constructor) {
    const classes = readInheritableStaticArrayValues(constructor, "classes");
    return classes.reduce((properties, classDefinition) => {
      return Object.assign(properties, propertiesForClassDefinition(classDefinition));
    }, {});
  }
  function propertiesForClassDefinition(key) {
    return {
      [`${key}Class`]: {
        get() {
          const { classes } = this;
          if (classes.has(key)) {
            return classes.get(key);
          } else {
            const attribute2 = classes.getAttributeName(key);
            throw new Error(`Missing attribute "${attribute2}"`);
          }
        }
      },
      [`${key}Classes`]: {
        get() {
          return this.classes.getAll(key);
        }
      },
      [`has${capitalize(key)}Class`]: {
        get() {
          return this.classes.has(key);
        }
      }
    };
  }
  function TargetPropertiesBlessing(constructor) {
    const targets = readInheritableStaticArrayValues(constructor, "targets");
    return targets.reduce((properties, targetDefinition) => {
      return Object.assign(properties, propertiesForTargetDefinition(targetDefinition));
    }, {});
  }
  function propertiesForTargetDefinition(name) {
    return {
      [`${name}Target`]: {
        get() {
          const target = this.targets.find(name);
          if (target) {
            return target;
          } else {
            throw new Error(`Missing target element "${name}" for "${this.identifier}" controller`);
          }
        }
      },
      [`${name}Targets`]: {
        get() {
          return this.targets.findAll(name);
        }
      },
      [`has${capitalize(name)}Target`]: {
        get() {
          return this.targets.has(name);
        }
      }
    };
  }
  function ValuePropertiesBlessing(constructor) {
    const valueDefinitionPairs = readInheritableStaticObjectPairs(constructor, "values");
    const propertyDescriptorMap = {
      valueDescriptorMap: {
        get() {
          return valueDefinitionPairs.reduce((result, valueDefinitionPair) => {
            const valueDescriptor = parseValueDefinitionPair(valueDefinitionPair, this.identifier);
            const attributeName = this.data.getAttributeNameForKey(valueDescriptor.key);
            return Object.assign(result, { [attributeName]: valueDescriptor });
          }, {});
        }
      }
    };
    return valueDefinitionPairs.reduce((properties, valueDefinitionPair) => {
      return Object.assign(properties, propertiesForValueDefinitionPair(valueDefinitionPair));
    }, propertyDescriptorMap);
  }
  function propertiesForValueDefinitionPair(valueDefinitionPair, controller) {
    const definition = parseValueDefinitionPair(valueDefinitionPair, controller);
    const { key, name, reader: read, writer: write } = definition;
    return {
      [name]: {
        get() {
          const value = this.data.get(key);
          if (value !== null) {
            return read(value);
          } else {
            return definition.defaultValue;
          }
        },
        set(value) {
          if (value === void 0) {
            this.data.delete(key);
          } else {
            this.data.set(key, write(value));
          }
        }
      },
      [`has${capitalize(name)}`]: {
        get() {
          return this.data.has(key) || definition.hasCustomDefaultValue;
        }
      }
    };
  }
  function parseValueDefinitionPair([token, typeDefinition], controller) {
    return valueDescriptorForTokenAndTypeDefinition({
      controller,
      token,
      typeDefinition
    });
  }
  function parseValueTypeConstant(constant) {
    if ([Array, Boolean, Number, Object, String].includes(constant)) return constant.name.toLowerCase();
  }
  function parseValueTypeDefault(defaultValue) {
    if (/boolean|number|string/.test(typeof defaultValue)) return typeof defaultValue;
    if (Array.isArray(defaultValue))
      return "array";
    if (Object.prototype.toString.call(defaultValue) === "[object Object]")
      return "object";
  }
  function parseValueTypeDefinition(payload) {
    const { controller, token, typeDefinition } = payload;
    const { type: given, default: fallback } = typeDefinition;
    const fromType = parseValueTypeConstant(given);
    const fromDefault = parseValueTypeDefault(fallback);
    if (given != null && fallback != null && fromType !== fromDefault)
      throw new Error(`The default of the value "${token}" is no ${fromType}`);
    const type = fromType || fromDefault || parseValueTypeDefault(typeDefinition) || parseValueTypeConstant(typeDefinition);
    if (type)
      return type;
    const propertyPath = controller ? `${controller}.${typeDefinition}` : token;
    throw new Error(`Unknown value type "${propertyPath}" for "${token}" value`);
  }
  function defaultValueForDefinition(typeDefinition) {
    const constant = parseValueTypeConstant(typeDefinition);
    if (constant)
      return defaultValuesByType[constant];
    if (hasProperty(typeDefinition, "default")) return typeDefinition.default;
    return defaultValuesByType[parseValueTypeConstant(typeDefinition.type)] ?? typeDefinition;
  }
  function valueDescriptorForTokenAndTypeDefinition(payload) {
    const { token, typeDefinition } = payload;
    const key = `${dasherize(token)}-value`;
    const type = parseValueTypeDefinition(payload);
    return {
      type,
      key,
      name: camelize(key),
      get defaultValue() {
        return defaultValueForDefinition(typeDefinition);
      },
      get hasCustomDefaultValue() {
        return parseValueTypeDefault(typeDefinition) !== void 0;
      },
      reader: readers[type],
      writer: writers[type] || writers.default
    };
  }
  var defaultValuesByType = {
    get array() {
      return [];
    },
    boolean: false,
    number: 0,
    get object() {
      return {};
    },
    string: ""
  };
  var readers = {
    array(value) {
      const array = JSON.parse(value);
      if (!Array.isArray(array)) {
        throw new TypeError(`expected value of type "array" but instead got value "${value}" of type "${parseValueTypeDefault(array)}"`);
      }
      return array;
    },
    boolean(value) {
      return !(value == "0" || String(value).toLowerCase() == "false");
    },
    number(value) {
      return Number(value.replace(/_/g, ""));
    },
    object(value) {
      const object = JSON.parse(value);
      if (object === null || typeof object != "object" || Array.isArray(object)) {
        throw new TypeError(`expected value of type "object" but instead got value "${value}" of type "${parseValueTypeDefault(object)}"`);
      }
      return object;
    },
    string(value) {
      return value;
    }
  };
  var writers = {
    default: writeString,
    array: writeJSON,
    object: writeJSON
  };
  function writeJSON(value) {
    return JSON.stringify(value);
  }
  function writeString(value) {
    return `${value}`;
  }
  var Controller = class {
    constructor(context) {
      this.context = context;
    }
    static get shouldLoad() {
      return true;
    }
    static afterLoad(_identifier, _application) {
      return;
    }
    get application() {
      return this.context.application;
    }
    get scope() {
      return this.context.scope;
    }
    get element() {
      return this.scope.element;
    }
    get identifier() {
      return this.scope.identifier;
    }
    get targets() {
      return this.scope.targets;
    }
    get classes() {
      return this.scope.classes;
    }
    get data() {
      return this.scope.data;
    }
    initialize() {
    }
    connect() {
    }
    disconnect() {
    }
    dispatch(eventName, { target = this.element, detail = {}, prefix = this.identifier, bubbles = true, cancelable = true } = {}) {
      const type = prefix ? `${prefix}:${eventName}` : eventName;
      const event = new CustomEvent(type, { detail, bubbles, cancelable });
      target.dispatchEvent(event);
      return event;
    }
  };
  Controller.blessings = [
    ClassPropertiesBlessing,
    TargetPropertiesBlessing,
    ValuePropertiesBlessing
  ];
  Controller.targets = [];
  Controller.values = {};

  // src/address.js
  function webAddress(address) {
    const url = new URL(address, location.href);
    if (!/^http/.test(url.protocol)) throw Error(`expected the address of a page, got one by ${url.protocol}`);
    return url;
  }

  // src/payload.js
  var RESERVED = /^(action|controller|liveview.*|.*-target)$/;
  function dataOf(element) {
    const plain = /* @__PURE__ */ Object.create(null);
    const explicit = /* @__PURE__ */ Object.create(null);
    for (const { name, value } of own(element, "attributes")) {
      const [, prefix, rest = ""] = /^data-(data-)?(.+)/.exec(name) ?? [];
      const key = rest.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
      if (prefix) explicit[key] = value;
      else if (key && !RESERVED.test(rest)) plain[key] = value;
    }
    return Object.assign(plain, explicit);
  }
  function formOf(element, submitter = isSubmitButton(element) ? element : null) {
    const form = formAround(element);
    return withoutFiles(form ? [...new FormData(form, submitter)] : fieldEntries(element));
  }
  function entriesOf(values) {
    if (values instanceof HTMLFormElement) return formOf(values);
    const entries = Symbol.iterator in values ? [.../** @type {any} */
    values] : Object.entries(values);
    const single = entries.flatMap(([name, value]) => [value].flat().map((one) => (
      /** @type {[string, any]} */
      [name, one]
    )));
    const given = withoutFiles(single.filter(([, value]) => value != null));
    return given.map(([name, value]) => [name, `${value}`]);
  }
  function withoutFiles(entries) {
    const files = entries.filter(([, value]) => value instanceof File);
    const chosen = new Set(files.filter(([, file]) => file.name).map(([name]) => name));
    if (chosen.size) console.warn(`LiveView: files not sent: ${[...chosen]}`);
    return entries.filter((entry) => !files.includes(entry));
  }
  function isSubmitButton(element) {
    return /^(submit|image)$/.test(element.type) && element.form instanceof HTMLFormElement;
  }
  function fieldEntries({ name, type, value, checked, disabled, files, selectedOptions }) {
    if (!name || disabled || typeof value !== "string" || /^(checkbox|radio)$/.test(type) && !checked) return [];
    const values = files ?? (selectedOptions && Array.from(selectedOptions, (option) => option.value)) ?? [value];
    return Array.from(values, (one) => [name, one]);
  }

  // src/api.js
  function createCall(call) {
    return (name, data = {}, { form = [], element } = {}) => {
      const promise = new Promise((resolve, reject) => {
        function ended(failure) {
          if (!failure) return resolve(void 0);
          reject(Object.assign(Error(`${name}: error ${failure.code}`), { name: "LiveViewError" }, failure));
        }
        const values = Object.fromEntries(entriesOf(data));
        call(name, values, entriesOf(form), { element, isUser: Boolean(element), ended });
      });
      promise.catch(() => {
      });
      return promise;
    };
  }
  function on(name, listener) {
    const hear = (event) => listener(event.detail, event);
    document.addEventListener(name, hear);
    return () => document.removeEventListener(name, hear);
  }

  // src/busy.js
  var PATIENCE = 150;
  var CLASS = "liveview-busy";
  var TEXT = "data-liveview-disable-with";
  function createBusy(showProgress) {
    const running = /* @__PURE__ */ new Map();
    const undo = [];
    let depth = 0;
    function put(element, name, value) {
      if (run(element, "hasAttribute", name)) return;
      run(element, "setAttribute", name, value);
      undo.push(() => run(element, "removeAttribute", name));
    }
    function mark(element) {
      if (!element) return;
      put(element, "aria-busy", "true");
      const classes = own(element, "classList");
      if (classes.contains(CLASS)) return;
      classes.add(CLASS);
      undo.push(() => {
        classes.remove(CLASS);
        if (!classes.value) run(element, "removeAttribute", "class");
      });
    }
    function disable(button) {
      if (!button) return;
      put(button, "disabled", "");
      const text = attribute(button, TEXT);
      if (!text) return;
      const { value, childNodes } = button;
      const content = [...childNodes];
      if (button.localName === "input") button.value = text;
      else button.textContent = text;
      undo.push(() => {
        if (button.value === text) button.value = value;
        if (button.textContent === text) button.replaceChildren(...content);
      });
    }
    function without(act) {
      undo.splice(0).forEach((take2) => take2());
      for (const { focused } of running.values()) {
        if (focused && document.activeElement === document.body) focused.focus({ preventScroll: true });
      }
      depth++;
      try {
        return act();
      } finally {
        if (!--depth) {
          for (const origin of running.values()) {
            mark(origin.element);
            mark(formAround(origin.element));
            disable(buttonOf(origin));
          }
        }
      }
    }
    const follow = () => showProgress([...running].some(([, { isSlow }]) => isSlow));
    return {
      without,
      /** @param {Call} call @param {Origin} from */
      begin(call, from) {
        const { activeElement } = document;
        const origin = { ...from, focused: activeElement === buttonOf(from) && activeElement, isSlow: false, timer: (
          /** @type {any} */
          void 0
        ) };
        without(() => running.set(call, origin));
        if (!from.isUser) return;
        origin.timer = setTimeout(() => {
          origin.isSlow = true;
          follow();
        }, PATIENCE);
      },
      /**
       * @param {Call} call
       * @returns {Origin | undefined} where it came from
       */
      end(call) {
        const origin = running.get(call);
        clearTimeout(origin?.timer);
        without(() => running.delete(call));
        follow();
        return origin;
      },
      /**
       * Tells whether a call that is about to be made is one that is under way: that of a second click rather than of somebody who
       * has gone on and submits something else.
       *
       * @param {string} _name
       * @param {object} _data
       * @param {[string, string][]} form
       * @param {Origin} origin
       * @returns {boolean}
       */
      isSubmitting: (_name, _data, form, { element, isSubmit }) => [...running].some(([call, other]) => isSubmit && other.isSubmit && element === other.element && `${form}` === `${call.form}`)
    };
  }
  function buttonOf({ element, submitter }) {
    const button = (
      /** @type {any} */
      submitter ?? element
    );
    return button && /^(submit|button|reset|image)$/.test(button.type) && attribute(button, TEXT) !== null ? button : null;
  }

  // src/chunk.js
  var LIMIT = 3e4;
  var failures = /* @__PURE__ */ new Map();
  function loadChunk(name, script) {
    const address = new URL(define_LIVEVIEW_CHUNKS_default[name], script?.src || document.baseURI);
    const { href } = address;
    const before = failures.get(href);
    if (before) address.searchParams.set("again", `${before}`);
    return new Promise((resolve) => {
      const fail = () => {
        failures.set(href, (before ?? 0) + 1);
        resolve(void 0);
      };
      const timer = setTimeout(fail, LIMIT);
      import(address.href).then(resolve, fail).finally(() => clearTimeout(timer));
    });
  }

  // src/backoff.js
  function createBackoff({ retryMin, retryMax }) {
    let failures2 = 0;
    return {
      /** @returns {number} milliseconds */
      next() {
        const span = Math.min(retryMax, retryMin * 2 ** ++failures2);
        return retryMin + Math.random() * (span - retryMin);
      },
      reset() {
        failures2 = 0;
      }
    };
  }

  // src/call_queue.js
  function createCallQueue({ queueLimit, queueAge }, onExpired) {
    const waiting = /* @__PURE__ */ new Map();
    function expire(call) {
      waiting.delete(call);
      onExpired(call);
    }
    return {
      size: () => waiting.size,
      /** @param {Call} call */
      add(call) {
        if (waiting.size < queueLimit) {
          waiting.set(call, { deadline: Date.now() + queueAge, timer: setTimeout(expire, queueAge, call) });
        } else {
          expire(call);
        }
      },
      /**
       * Empties the queue into a sender. Timers stand still while a machine sleeps, so calls may be past their age.
       *
       * @param {(call: Call) => void} send
       */
      drain(send) {
        for (const [call, { deadline, timer }] of waiting) {
          clearTimeout(timer);
          if (Date.now() < deadline) send(call);
          else setTimeout(expire, 0, call);
        }
        waiting.clear();
      }
    };
  }

  // src/heartbeat.js
  var PATIENCE2 = 2.25;
  function createHeartbeat(onSilence, onDeath) {
    let interval = 0;
    let heardAt = 0;
    let timer;
    function heard() {
      clearTimeout(timer);
      if (!interval) return;
      heardAt = Date.now();
      timer = setTimeout(() => {
        timer = setTimeout(onDeath, interval * (PATIENCE2 - 1));
        onSilence();
      }, interval);
    }
    return {
      heard,
      /** @param {number} [milliseconds] of silence; without it nothing is watched */
      watch(milliseconds = 0) {
        interval = milliseconds;
        heard();
      },
      /** Whether the silence lasts too long already: timers stand still while a machine sleeps, the clock does not. */
      isOverdue: () => interval > 0 && Date.now() - heardAt > interval * PATIENCE2
    };
  }

  // src/message.js
  function decode(frame) {
    const value = JSON.parse(typeof frame === "string" ? frame : new TextDecoder().decode(frame));
    return [value].flat().filter((message) => message?.type);
  }
  function encode(message) {
    return JSON.stringify(message);
  }

  // src/inbound.js
  var NORMAL = 1e3;
  var UNKNOWN = "unknown";
  function createInbound({ delegate, position, sent, refreshes, resync, enter, hello, send, fail, lose }) {
    const handlers = {
      welcome(message) {
        const remedy = position.welcome(message);
        const isUnknown = enter(message);
        if (isUnknown || remedy === "fetch") resync.start();
        if (remedy === "reconnect") return lose(NORMAL, 0);
        if (remedy === "stale") {
          delegate.failed({ code: "stale" });
          hello();
        }
        if (!resync.isUnderWay()) delegate.settled();
      },
      reply({ id, updates = [], error: error2 }) {
        const call = sent.settle(id);
        if (!call) return;
        resync.after(() => {
          if (error2) return failed(call, error2);
          delegate.receivedUpdates(updates, call);
          refreshes.ended(call);
          delegate.ended(call);
        });
      },
      update(message, isRecovery) {
        const { call, n, seq, updates = [] } = message;
        if (typeof seq !== "number") {
          if (sent.accepts(call, n)) resync.after(() => delegate.receivedUpdates(updates, sent.get(call)));
          return;
        }
        const verdict = position.judge(message, isRecovery);
        if (verdict === "apply") delegate.receivedUpdates(updates);
        if (verdict === "ask" && !isRecovery) hello();
      },
      joined: position.joined,
      left: position.left,
      resync(message) {
        position.adopt(message);
        resync.start();
      },
      error({ code = "", ref }) {
        delegate.failed({ code, ref });
      },
      retry({ after }) {
        lose(NORMAL, after ?? void 0);
      },
      ping(message) {
        send({ type: "pong" });
        position.reach(message);
      }
    };
    function failed(call, { code, ref }) {
      if (code !== UNKNOWN) return fail(call, code, ref);
      if (refreshes.lost(call)) return refreshes.resume();
      fail(call, code, ref);
      resync.start();
    }
    return async function receive(frame) {
      let messages = [];
      try {
        messages = decode(frame);
      } catch {
        console.error("LiveView: bad frame");
      }
      const welcome = messages.findIndex(({ type }) => type === "welcome");
      for (const [index, message] of messages.entries()) {
        if (index && welcome < 0) await null;
        if (Object.hasOwn(handlers, message.type)) handlers[message.type](message, index < welcome);
      }
    };
  }

  // src/position.js
  function createPosition({ position, token }) {
    let epoch;
    let seq = 0;
    let base = 0;
    let node;
    let unanswered = 0;
    let doubts = 0;
    let isBroken = false;
    let isFrozen = false;
    const last = /* @__PURE__ */ new Map();
    const receipts = /* @__PURE__ */ new Map();
    function adopt(next) {
      if (isFrozen || !next.epoch || !Number.isSafeInteger(next.seq)) return;
      epoch = next.epoch;
      base = seq = /** @type {number} */
      next.seq;
      last.clear();
    }
    adopt(parse(position));
    return {
      adopt,
      isAsking: () => unanswered > 0,
      /**
       * The fields of a hello, which counts as unanswered from now on.
       *
       * @param {boolean} isFirst of its socket
       */
      hello(isFirst) {
        unanswered = isFirst ? 1 : unanswered + 1;
        const rooms = receipts.size ? Object.fromEntries(receipts) : void 0;
        return { epoch, seq: epoch && seq, token, node, rooms };
      },
      /**
       * @param {import("./message.js").Message} message
       * @returns {"fetch" | "reconnect" | "stale" | undefined} what the page has to do, since the server says so, or
       *   something could not be placed. A token may be for someone else than the socket's handshake was, as when the
       *   person has signed in elsewhere meanwhile: then only a new handshake helps, or to do without.
       */
      welcome(message) {
        const isBehind = isBroken || message.resync === true;
        isBroken = false;
        node = message.node;
        unanswered = Math.max(0, unanswered - 1);
        if (unanswered || isFrozen) return;
        adopt(message);
        if (!isBehind || doubts > 4) {
          doubts = 0;
          return;
        }
        if (doubts < 4 && doubts % 2 === 0) return "fetch";
        if (++doubts < 5) return "reconnect";
        token = void 0;
        return "stale";
      },
      /**
       * What to do with the update of a room; ask: say hello again, since something is missing.
       *
       * @param {import("./message.js").Message} update
       * @param {boolean} isRecovery whether it comes ahead of a welcome in the same frame
       * @returns {"apply" | "drop" | "ask"}
       */
      judge({ room: room2, epoch: theirs, first = 0, seq: next = 0 }, isRecovery) {
        if (isFrozen || unanswered > (isRecovery ? 1 : 0)) return "drop";
        if (!epoch) return "apply";
        if (theirs !== epoch) {
          isBroken = isRecovery;
          return "ask";
        }
        const seen = Math.max(last.get(room2) ?? 0, base);
        if (next <= seen) return "drop";
        if (!isRecovery && first > seen + 1) {
          seq = base;
          return "ask";
        }
        seq = Math.max(seq, next);
        last.set(room2, next);
        return "apply";
      },
      /** @param {import("./message.js").Message} message that everything up to its position was sent before */
      reach({ epoch: theirs, seq: next = 0 }) {
        if (isFrozen || unanswered || theirs !== epoch) return;
        base = Math.max(base, next);
        seq = Math.max(seq, next);
      },
      /** @param {import("./message.js").Message} message */
      joined({ room: room2 = "", receipt, epoch: theirs, seq: from = 0 }) {
        receipts.set(room2, receipt);
        if (theirs === epoch) last.set(room2, from);
      },
      /** @param {import("./message.js").Message} message */
      left({ room: room2 = "" }) {
        receipts.delete(room2);
      },
      /** Nothing moves while the page is fetched, whose html may be older than what arrives meanwhile. */
      freeze() {
        isFrozen = true;
      },
      /** @param {{position?: string, token?: string} | null} page that was taken over, if it was */
      thaw(page) {
        isFrozen = false;
        doubts = doubts % 4 | 1;
        if (!page) return;
        token = page.token;
        adopt(parse(page.position));
      }
    };
  }
  function parse(text = "") {
    const [, epoch, seq] = /^([\w-]+):(\d+)$/.exec(text) ?? [];
    return { epoch, seq: Number(seq) };
  }

  // src/refreshes.js
  function createRefreshes(send) {
    const refreshes = /* @__PURE__ */ new Map();
    const keyOf2 = ({ function: name, data }) => JSON.stringify([name, Object.entries(data).sort()]);
    function find2(call) {
      const one = refreshes.get(keyOf2(call));
      return one?.call === call ? one : void 0;
    }
    function attempt2(one) {
      if (!one.isSent && one.isDue && send(one.call)) Object.assign(one, { isSent: true, isDue: false });
    }
    return {
      /** @param {Call} call */
      ask(call) {
        const key = keyOf2(call);
        const one = refreshes.get(key) ?? { call, isSent: false, isDue: true };
        refreshes.set(key, one);
        one.isDue = true;
        attempt2(one);
      },
      /** @param {Call} call a refresh or any other */
      ended(call) {
        const one = find2(call);
        if (!one) return;
        one.isSent = false;
        if (one.isDue) attempt2(one);
        else refreshes.delete(keyOf2(call));
      },
      /**
       * @param {Call} call
       * @returns {boolean} whether it is a refresh, which is made again then
       */
      lost(call) {
        const one = find2(call);
        return Boolean(one && Object.assign(one, { isSent: false, isDue: true }));
      },
      /** There is a connection again. */
      resume() {
        refreshes.forEach(attempt2);
      }
    };
  }

  // src/resync.js
  var FIRST_PAUSE = 500;
  var LONGEST_PAUSE = 6e4;
  var LONGEST_HOLD = 5e3;
  function createResync({ resyncing, begin, load, resynced }) {
    let isUnderWay = false;
    let isDue = false;
    let isGone = false;
    let holding;
    let held;
    function start2() {
      if (!isUnderWay && resyncing()) run2(fetchSoon);
    }
    async function fetchSoon(guard) {
      for (let pause = FIRST_PAUSE; pause < LONGEST_PAUSE; pause *= 2) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * pause));
        const pages = await load();
        if (pages) return pages.fetchAgain(guard);
      }
      return "stale";
    }
    async function run2(fetch) {
      if (isUnderWay) return false;
      isUnderWay = true;
      hold();
      begin();
      const outcome = await fetch({ hold, release, isGone: () => isGone });
      if (isGone) return true;
      const isAgain = isDue && typeof outcome !== "string";
      isUnderWay = false;
      release();
      resynced(outcome);
      if (isAgain) start2();
      return true;
    }
    function hold() {
      held ??= [];
      isDue = false;
      clearTimeout(holding);
      holding = setTimeout(release, LONGEST_HOLD);
    }
    function release() {
      const acts = held;
      held = void 0;
      clearTimeout(holding);
      acts?.forEach(after);
    }
    function after(act) {
      if (held) return void held.push(act);
      isDue = true;
      act();
    }
    return {
      start: start2,
      run: run2,
      after,
      isUnderWay: () => isUnderWay,
      /** The page is another one from now on. */
      leave() {
        isGone = true;
        held = void 0;
      }
    };
  }

  // src/sent_calls.js
  var REMEMBERED = 999;
  function createSentCalls() {
    let lastId = 0;
    const unanswered = /* @__PURE__ */ new Map();
    const applied = /* @__PURE__ */ new Map();
    function done2() {
      const [first = lastId + 1] = unanswered.keys();
      return first - 1;
    }
    const frame = (id) => ({ type: "call", id, ...unanswered.get(id), done: done2() });
    function settle(id = 0) {
      const call = unanswered.get(id);
      unanswered.delete(id);
      return call;
    }
    return {
      done: done2,
      /**
       * The frames of the unanswered calls, in their order.
       */
      frames: () => [...unanswered.keys()].map(frame),
      /**
       * @param {Call} call
       * @returns {object} its frame
       */
      add(call) {
        unanswered.set(++lastId, call);
        return frame(lastId);
      },
      /** The call of an id, if it waits for a reply. @param {number} [id] */
      get: (id = 0) => unanswered.get(id),
      /** The call that a reply ends; none if the reply is a repeat. */
      settle,
      /** Settles all: nobody knows their outcome. */
      abandon() {
        const calls = [...unanswered.values()];
        unanswered.clear();
        return calls;
      },
      /**
       * Settles the largest. The server closes on a frame past its limit, so sending the same calls again would end
       * the same way for ever.
       */
      abandonLargest() {
        const size = (id) => encode(frame(id)).length;
        return settle([...unanswered.keys()].sort((a, b) => size(b) - size(a))[0]);
      },
      /**
       * Whether the n-th update of a call, which come in their order, is new; if so it counts as applied.
       *
       * @param {number} [id]
       * @param {number} [n]
       */
      accepts(id = 0, n = 0) {
        if (!n) return true;
        if (n <= (applied.get(id) || 0)) return false;
        applied.delete(id);
        applied.set(id, n);
        const [oldest] = applied.keys();
        if (applied.size > REMEMBERED) applied.delete(oldest);
        return true;
      }
    };
  }

  // src/connection.js
  var OPEN = 1;
  var NORMAL2 = 1e3;
  var ABNORMAL = 1006;
  var TOO_BIG = 1009;
  var SIGNED_OUT = 4401;
  var WELCOME_LIMIT = 1e4;
  function createConnection(settings, page, delegate) {
    let status = "disconnected";
    let socket;
    let timer;
    let address = "";
    let wanted = false;
    let lossReported = false;
    let isOut = false;
    const backoff = createBackoff(settings);
    const sent = createSentCalls();
    const position = createPosition(settings);
    const queue = createCallQueue(settings, (call) => fail(call, "expired"));
    const heartbeat = createHeartbeat(ping, () => lose(ABNORMAL));
    const refreshes = createRefreshes((call) => {
      if (isUp()) send(sent.add(call));
      return isUp();
    });
    const resync = createResync({
      resyncing: delegate.resyncing,
      begin: position.freeze,
      load: delegate.load,
      resynced: goOn
    });
    const inbound = createInbound({ delegate, position, sent, refreshes, resync, enter, hello, send, fail, lose });
    function open() {
      expectWelcome();
      change("connecting");
      try {
        address = settings.url();
        const opened2 = new WebSocket(address, "liveview.v2");
        socket = opened2;
        opened2.binaryType = "arraybuffer";
        opened2.onopen = () => hello(true);
        opened2.onmessage = ({ data }) => delegate.through(data, (frame) => opened2 === socket && receive(frame));
        opened2.onclose = ({ code }) => opened2 === socket && lose(code);
      } catch (error2) {
        console.error(`LiveView: ${/** @type {Error} */
        error2.message}`);
        lose(ABNORMAL);
      }
    }
    function lose(code, pause = backoff.next()) {
      const lost = socket;
      const tooBig = code === TOO_BIG && sent.abandonLargest();
      socket = void 0;
      heartbeat.watch();
      clearTimeout(timer);
      if (wanted && pause !== null) timer = setTimeout(open, pause);
      lost?.close(NORMAL2);
      change("disconnected");
      if (!lossReported) delegate.disconnected(code);
      lossReported = true;
      if (tooBig) fail(tooBig, "malformed");
      isOut ||= code === SIGNED_OUT;
      if (code === SIGNED_OUT) resync.start();
    }
    function receive(frame) {
      heartbeat.heard();
      inbound(frame);
    }
    function enter(welcome) {
      const { heartbeat: interval, resumed } = welcome;
      if (!position.isAsking()) clearTimeout(timer);
      if (status === "connected") return false;
      backoff.reset();
      isOut = false;
      heartbeat.watch(interval);
      const unknown = (resumed ? [] : sent.abandon()).filter((call) => !refreshes.lost(call));
      sent.frames().forEach(send);
      queue.drain((call) => send(sent.add(call)));
      lossReported = false;
      change("connected");
      delegate.connected(welcome);
      unknown.forEach((call) => fail(call, "unknown"));
      refreshes.resume();
      return unknown.length > 0;
    }
    function goOn(outcome) {
      position.thaw(typeof outcome === "string" ? null : outcome);
      if (isOut) queue.drain((call) => fail(call, "signed_out"));
      isOut = false;
      if (outcome === "stale") delegate.failed({ code: "stale" });
      else if (outcome !== "reload") delegate.resynced();
      if (socket && address !== settings.url()) lose(NORMAL2, 0);
      else hello();
    }
    function hello(isFirst = false) {
      if (socket?.readyState !== OPEN) return;
      if (!isFirst) expectWelcome();
      send({ type: "hello", page, lang: delegate.language(), done: sent.done(), ...position.hello(isFirst) });
    }
    function expectWelcome() {
      clearTimeout(timer);
      timer = setTimeout(lose, WELCOME_LIMIT, ABNORMAL);
    }
    function ping() {
      send({ type: "ping" });
    }
    function send(message) {
      const to = socket;
      if (to?.readyState === OPEN) delegate.through(encode(message), (frame) => to.send(frame), true);
    }
    function fail(call, code, ref) {
      const failure = { code, ref, function: call.function };
      delegate.failed(failure);
      refreshes.ended(call);
      delegate.ended(call, failure);
    }
    const isUp = () => status === "connected" && socket?.readyState === OPEN;
    function change(next) {
      status = next;
      delegate.statusChanged(status);
    }
    function wake() {
      if (!wanted) return;
      if (heartbeat.isOverdue()) lose(ABNORMAL);
      if (!socket) open();
      else if (status === "connected") ping();
    }
    function sleep() {
      if (socket) lose(NORMAL2, null);
      else clearTimeout(timer);
    }
    return {
      wake,
      sleep,
      status: () => status,
      queueLength: queue.size,
      fetch: resync.run,
      connect() {
        wanted = true;
        wake();
      },
      disconnect() {
        wanted = false;
        sleep();
      },
      /**
       * The page is another one from now on: nothing comes of what this one has asked for.
       *
       * @returns {boolean} whether a connection was wanted
       */
      leave() {
        const end = (call) => delegate.ended(call, { code: "abandoned" });
        resync.leave();
        sleep();
        sent.abandon().forEach(end);
        queue.drain(end);
        return wanted;
      },
      /**
       * @param {string} name
       * @param {Record<string, string>} data
       * @param {[string, string][]} form
       * @param {Origin} [origin]
       */
      call(name, data, form, origin = {}) {
        const call = { function: name, data, form, lang: delegate.language(), untouched: origin.untouched };
        delegate.calling(call, origin);
        if (isUp()) send(sent.add(call));
        else queue.add(call);
      },
      /** @type {import("./effects.js").Refresh} */
      refresh({ function: name, data = {} }) {
        refreshes.ask({ function: name, data, form: [], lang: delegate.language() });
      }
    };
  }

  // src/describe.js
  function describe({ localName, id }) {
    return id ? `<${localName} id="${id}">` : `<${localName}>`;
  }

  // src/triggers/init.js
  var done = /* @__PURE__ */ new WeakSet();
  function forgetInit() {
    done = /* @__PURE__ */ new WeakSet();
  }
  function createInit(send) {
    return {
      setUp(element) {
        const name = attribute(element, "data-liveview-init");
        if (!name || done.has(element)) return;
        done.add(element);
        send(element, name);
      }
    };
  }

  // src/triggers/keys.js
  var COMPOSING = 229;
  function isKey({ key, isComposing, keyCode }) {
    return Boolean(key) && !isComposing && keyCode !== COMPOSING;
  }

  // src/triggers/lazy_triggers.js
  var NAMES = "keyboard-map intersect-appear intersect-disappear debounce throttle modal focus";
  var SELECTOR = `${NAMES.replace(/\S+ ?/g, (name) => `[data-liveview-${name.trim()}],`)}button[type=button]`;
  function createLazyTriggers(load, root, send, signal) {
    let triggers = [];
    let timing;
    let isLoading = false;
    const waiting = /* @__PURE__ */ new Set();
    const setUp = (element) => triggers.forEach((trigger) => trigger.setUp?.(element));
    const inserted = (elements, isFirst) => triggers.forEach((trigger) => trigger.inserted?.(elements, isFirst));
    async function begin() {
      if (isLoading) return;
      isLoading = true;
      const chunk = await load();
      if (signal.aborted) return;
      if (chunk) {
        chunk.pressOnEnter(root, signal);
        timing = chunk.createTiming(root, signal);
        triggers = [chunk.createIntersect(send, signal), chunk.createKeyboard(send), timing, chunk.modal, chunk.focus];
        waiting.forEach(setUp);
        inserted([...waiting], true);
        waiting.clear();
      } else {
        isLoading = false;
        document.addEventListener("liveview:connected", begin, { once: true, signal });
      }
    }
    return {
      /**
       * Makes a call, when it is time to.
       *
       * @param {Element} element
       * @param {string} type of the event
       * @param {() => void} act
       */
      run(element, type, act) {
        if (timing) timing.run(element, type, act);
        else act();
      },
      inserted,
      /** @param {Element} element */
      setUp(element) {
        if (triggers.length) return setUp(element);
        if (!run(element, "matches", SELECTOR)) return;
        waiting.add(element);
        begin();
      },
      /** @param {Element} element */
      letGo(element) {
        waiting.delete(element);
        triggers.forEach((trigger) => trigger.letGo?.(element));
      }
    };
  }

  // src/morph/fields.js
  var isCheckable = ({ type }) => /^(checkbox|radio)$/.test(type);
  function stateOf(field) {
    if (isCheckable(field)) return `${field.checked}`;
    return field.options ? indexes(field, "selected") : field.value;
  }
  function defaultOf(field) {
    const { type, options, multiple, defaultValue } = field;
    if (isCheckable(field)) return `${field.defaultChecked}`;
    if (options) {
      const marked2 = indexes(field, "defaultSelected");
      if (multiple) return marked2;
      return marked2.split(",").pop() || `${Array.from(options).findIndex(({ disabled }) => !disabled)}`;
    }
    if (!/^(color|range)$/.test(type)) return defaultValue;
    const untouched = document.createElement("input");
    for (const name of ["type", "min", "max", "step", "value"]) {
      const value = field.getAttribute(name);
      if (value !== null) untouched.setAttribute(name, value);
    }
    return untouched.value;
  }
  function isChanged(field) {
    return field.files ? field.files.length > 0 : stateOf(field) !== defaultOf(field);
  }
  function indexes({ options }, how) {
    return [...options].flatMap((option, index) => option[how] ? index : []).join();
  }

  // src/morph/pairs.js
  var ONCE = "[data-liveview-init],[data-liveview-intersect-appear]";
  function kindOf(node) {
    const type = own(node, "nodeType");
    if (type !== 1) return `${type}`;
    const isField = /^(input|select|textarea|button)$/.test(own(node, "localName"));
    const field = isField ? `${node.type} ${node.name}` : attribute(node, "type");
    const call = run(node, "matches", ONCE) && JSON.stringify(own(node, "dataset"));
    return [own(node, "namespaceURI"), own(node, "localName"), attribute(node, "id"), keyOf(node), field, call].join();
  }
  function keyOf(element) {
    return attribute(element, "data-liveview-key");
  }
  function findPairs(parent, olds, nextParent, nexts, known) {
    const pairs = { partners: /* @__PURE__ */ new Map(), claimed: /* @__PURE__ */ new Set(), holders: /* @__PURE__ */ new Set() };
    const { partners, claimed, holders } = pairs;
    function hold(node, root) {
      for (let one = own(node, "parentNode"); one && one !== root && !holders.has(one); one = own(one, "parentNode")) {
        holders.add(one);
      }
    }
    function link(old, next) {
      hold(old, parent);
      hold(next, nextParent);
      while (old && next && old !== parent && next !== nextParent) {
        if (partners.has(next) || claimed.has(old) || kindOf(old) !== kindOf(next)) return;
        partners.set(next, old);
        claimed.add(old);
        old = own(old, "parentNode");
        next = own(next, "parentNode");
      }
    }
    const byId = ids(parent, olds);
    ids(nextParent, nexts).forEach((next, id) => {
      const old = next && byId.get(id);
      if (old) link(old, next);
    });
    known.forEach((next, old) => link(old, next));
    return pairs;
  }
  function ids(parent, nodes) {
    const found = /* @__PURE__ */ new Map();
    for (const element of within(parent, nodes, "[id]")) {
      const id = attribute(element, "id");
      if (id) found.set(id, found.has(id) ? null : element);
    }
    return found;
  }

  // src/morph/user_input.js
  var FIELDS = "input,textarea,select";
  var EDITABLE = "[contenteditable]";
  function keepUserInput(parent, olds, nextParent, nexts, keeps = { has: isChanged, took() {
  } }) {
    const pairs = /* @__PURE__ */ new Map();
    const touchy = /* @__PURE__ */ new Set();
    const restore = [];
    const dear = within(parent, olds, FIELDS).filter((field) => field === document.activeElement || isChanged(field));
    if (dear.length) {
      const counterparts = byKey(nextParent, nexts);
      byKey(parent, olds).forEach((field, key) => {
        if (dear.includes(field) && counterparts.has(key)) pairs.set(field, counterparts.get(key));
      });
    }
    for (let one of [...dear, ...within(parent, olds, "template")]) {
      for (; one && one !== parent && !touchy.has(one); one = own(one, "parentNode")) touchy.add(one);
    }
    if (own(parent, "localName") === "select" && isChanged(parent)) restore.push(selection(parent, parent));
    return {
      pairs,
      /** Whether there is more to an element than its html tells. @param {any} element */
      isTouchy: (element) => touchy.has(element),
      /**
       * @param {any} old
       * @param {any} next
       * @returns {() => void} to be called when the one has become the other
       */
      meet(old, next) {
        if (!run(old, "matches", FIELDS) || old.type === "file") return () => {
        };
        const isSelect = own(old, "localName") === "select";
        if (keeps.has(old, next)) {
          const { checked: checked2 } = old;
          if (isCheckable(old)) restore.push(() => old.checked = checked2);
          if (isSelect) restore.push(selection(old, old));
          return () => {
          };
        }
        const { value, checked } = next;
        const choose = isSelect ? selection(old, next) : () => {
        };
        return () => {
          choose();
          if (isCheckable(old)) old.checked = checked;
          else if (!isSelect && old.value !== value) old.value = value;
          keeps.took(old);
        };
      },
      restore: () => restore.forEach((act) => act())
    };
  }
  function selection(select, source) {
    const values = Array.from(
      /** @type {any[]} */
      source.selectedOptions,
      ({ value }) => value
    );
    return () => {
      const options = (
        /** @type {any[]} */
        [...select.options]
      );
      if (values.length && !options.some(({ value }) => values.includes(value))) return;
      for (const option of options) {
        const isChosen = values.includes(option.value);
        if (option.selected !== isChosen) option.selected = isChosen;
      }
    };
  }
  function isWrittenIn(node) {
    return run(node, "matches", EDITABLE) && (node.__edited || node === document.activeElement);
  }
  var fieldsOf = (element) => all(element, FIELDS);
  var elementsOf = (form) => [...own(form, "elements") ?? []].flatMap(fieldsOf);
  function byKey(parent, nodes) {
    const fields = /* @__PURE__ */ new Map();
    const counts = /* @__PURE__ */ new Map();
    for (const field of within(parent, nodes, FIELDS)) {
      const { localName, type, name } = field;
      const key = JSON.stringify([...namesOf(parent, field), localName, type, name, isCheckable(field) ? field.value : ""]);
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      fields.set(`${count} ${key}`, field);
    }
    return fields;
  }
  function namesOf(parent, element) {
    const names = [];
    for (let one = element; one && one !== parent && isElement(one); one = own(one, "parentNode")) {
      const id = attribute(one, "id");
      const key = id || keyOf(one);
      if (key) names.push(one === element, key);
      if (id) break;
    }
    return names;
  }

  // src/touched.js
  function createTouched() {
    const touched = /* @__PURE__ */ new WeakSet();
    for (const type of ["input", "change", "blur", "submit", "reset"]) {
      addEventListener(
        type,
        ({ target }) => {
          if (type === "reset") [target, ...elementsOf(target)].forEach(touched.delete, touched);
          else touched.add(target);
        },
        true
      );
    }
    return (element) => {
      const form = formAround(element);
      if (isSubmitButton(element)) touched.add(form);
      if (!form || touched.has(form)) return;
      const fields = elementsOf(form).filter((field) => field.willValidate && !isSubmitButton(field));
      const known = fields.map((field) => touched.has(field) && field.name);
      const names = fields.map(({ name }) => name).filter((name) => name && !known.includes(name));
      return names[0] && [...new Set(names)].slice(0, 999);
    };
  }

  // src/triggers/watch.js
  var CHANGING = ["init", "intersect-appear", "intersect-disappear", "intersect-threshold", "keyboard-map", "debounce", "throttle"];
  var attributeFilter = CHANGING.map((name) => `data-liveview-${name}`);
  var SELECTOR2 = [...CHANGING, "focus", "modal", "navigate"].map((name) => `[data-liveview-${name}]`).join() + ",button[type=button]";
  function watch(root, triggers, signal) {
    const known = /* @__PURE__ */ new WeakSet();
    const observer = new MutationObserver(follow);
    const isOurs = (element) => run(element, "closest", '[data-controller~="page"]') === root;
    const letGo2 = (element) => known.delete(element) && triggers.forEach((trigger) => trigger.letGo?.(element));
    const setUp = (element) => triggers.forEach((trigger) => trigger.setUp?.(element));
    function insert(nodes, isFirst = false) {
      const fresh = [...new Set(nodes.flatMap(marked))].filter((element) => isOurs(element) && !known.has(element));
      fresh.forEach((element) => known.add(element));
      fresh.forEach(setUp);
      triggers.forEach((trigger) => trigger.inserted?.(fresh, isFirst));
    }
    function release(records) {
      const gone = records.flatMap(({ removedNodes }) => [...removedNodes].flatMap(marked));
      gone.filter((element) => !isOurs(element)).forEach(letGo2);
    }
    function follow(records) {
      release(records);
      for (const { type, target } of records) {
        const element = (
          /** @type {Element} */
          target
        );
        if (type !== "attributes" || !isOurs(element)) continue;
        known.add(element);
        setUp(element);
      }
      insert(records.flatMap(({ addedNodes }) => [...addedNodes]));
    }
    signal.addEventListener("abort", () => {
      release(observer.takeRecords());
      observer.disconnect();
      marked(root).forEach(letGo2);
    });
    document.addEventListener("liveview:resynced", () => marked(root).filter(isOurs).forEach(setUp), { signal });
    observer.observe(root, { subtree: true, childList: true, attributeFilter });
    insert([root], true);
  }
  var marked = (node) => all(node, SELECTOR2);

  // src/controllers/action_element.js
  var reached = /* @__PURE__ */ new WeakMap();
  function actionElement(event, { context, element }) {
    const { currentTarget, type } = event;
    if (currentTarget instanceof Element) return currentTarget;
    const before = reached.get(event) ?? /* @__PURE__ */ new Set();
    const binding = context.bindingObserver.bindings.find(
      (one) => one.eventTarget === currentTarget && one.eventName === type && one.methodName === "run" && !before.has(one) && one.willBeInvokedByEvent(event)
    );
    reached.set(event, before.add(binding));
    return binding?.action.element ?? element;
  }

  // src/controllers/page_controller.js
  function createPageController(call, loadTriggers, isKnown, loadPages) {
    const untouched = createTouched();
    const send = (element, name, origin) => call(name, dataOf(element), formOf(element, origin?.submitter), { ...origin, element, untouched: untouched(element) });
    const links = {
      inserted(elements) {
        if (elements.some((element) => run(element, "hasAttribute", "data-liveview-navigate"))) loadPages();
      }
    };
    return class extends Controller {
      static send = send;
      connect() {
        const { element } = this;
        const end = new AbortController();
        const { signal } = end;
        this.lazy = createLazyTriggers(loadTriggers, element, send, signal);
        watch(element, [createInit(send), this.lazy, links], signal);
        this.end = end;
      }
      disconnect() {
        this.end?.abort();
      }
      /** @param {any} event */
      run(event) {
        const { type, target, submitter } = event;
        if (/^key/.test(type) && !isKey(event)) return;
        if (type === "submit" && !isKnown() && run(target, "hasAttribute", "action")) return;
        if (type !== "click" || !/^(checkbox|radio)$/.test(target.type)) event.preventDefault();
        const element = actionElement(event, this);
        const name = attribute(element, "data-liveview-function");
        if (!name) console.error(`LiveView: ${describe(element)} has no data-liveview-function`);
        else if (type !== "click" || isValid(element)) {
          this.lazy?.run(element, type, () => {
            if (!element.isConnected) return;
            const isSubmit = type === "submit";
            send(element, name, { submitter, isSubmit, isFinal: isSubmit || type === "click", isUser: true });
          });
        }
      }
      /** @param {Event} event */
      stop(event) {
        event.stopPropagation();
      }
    };
  }
  function isValid(element) {
    const { form, formNoValidate } = element;
    return !isSubmitButton(element) || own(form, "noValidate") || formNoValidate || run(form, "reportValidity");
  }

  // src/random_id.js
  function randomId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = bytes[6] & 15 | 64;
    bytes[8] = bytes[8] & 63 | 128;
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  // src/entries.js
  function createEntries() {
    const entries = {
      /** The id of the page that is shown. */
      page: randomId(),
      /**
       * Makes the entry ours that the browser is at, as the page is now, or a new one.
       *
       * @param {string} [url] of the new one
       * @param {import("./page/arrival.js").Focus} [focus]
       */
      mark(url, focus) {
        const state = !url && history.state || {};
        const place = !url && { x: scrollX, y: scrollY, focus };
        const liveview = { id: Math.random(), ...state.liveview, ...place, page: entries.page };
        history[url ? "pushState" : "replaceState"]({ ...state, liveview }, "", url);
      }
    };
    return entries;
  }

  // src/events.js
  function dispatch(target, name, detail, cancelable) {
    return run(target, "dispatchEvent", new CustomEvent(name, { detail, cancelable, bubbles: true }));
  }
  function observePage({ wake, sleep, online, offline }, sleepAfter) {
    let timer;
    function look() {
      clearTimeout(timer);
      if (!document.hidden) wake();
      else if (sleepAfter) timer = setTimeout(sleep, sleepAfter);
    }
    addEventListener("online", look);
    addEventListener("online", online);
    addEventListener("offline", offline);
    addEventListener("pageshow", wake);
    addEventListener("pagehide", sleep);
    document.addEventListener("visibilitychange", look);
    look();
    addEventListener("input", ({ target }) => Object.assign(
      /** @type {object} */
      target,
      { __edited: true }
    ), true);
  }

  // src/focus_keeper.js
  var ENOUGH = 9;
  function createFocusKeeper() {
    let trail = [];
    document.addEventListener("focusin", ({ target }) => {
      trail = [target, ...trail.slice(0, ENOUGH)];
    });
    return function keepFocus2(step) {
      const active = document.activeElement;
      const around = [];
      for (let one = active; one && one !== document.body; one = own(one, "parentElement")) around.push(one);
      const result = step();
      if (around[0] && !own(active, "isConnected") && document.activeElement === document.body) {
        const twin = document.getElementById(attribute(active, "id") ?? "");
        [twin, ...trail, ...around, document.querySelector("main,h1")].some(take);
      }
      return result;
    };
  }
  function take(element) {
    if (!element) return false;
    if (own(element, "tabIndex") < 0 && !run(element, "hasAttribute", "tabindex")) {
      run(element, "setAttribute", "tabindex", -1);
      run(element, "addEventListener", "blur", () => run(element, "removeAttribute", "tabindex"), { once: true });
    }
    run(element, "focus", { preventScroll: true });
    return element === document.activeElement;
  }

  // src/fragment.js
  var SVG = "http://www.w3.org/2000/svg";
  var HTML_WITHIN_SVG = ["foreignObject", "desc", "title"];
  var policy;
  function parseFragment(html, parent) {
    const isSvg = parent?.namespaceURI === SVG && !HTML_WITHIN_SVG.includes(parent.localName);
    const template = document.createElement("template");
    template.innerHTML = trusted(isSvg ? `<svg>${html}</svg>` : html);
    if (isSvg) template.content.replaceChildren(.../** @type {Element} */
    template.content.firstChild.childNodes);
    return template.content;
  }
  function trusted(html) {
    policy ??= /** @type {any} */
    window.trustedTypes?.createPolicy?.("liveview", {
      createHTML: (text) => text
    });
    return policy ? policy.createHTML(html) : html;
  }

  // src/notice.js
  var PATIENCE3 = 2e3;
  var FAREWELL = 4e3;
  var READING = 1e4;
  var STYLE = {
    position: "fixed",
    zIndex: "9999",
    bottom: "1rem",
    left: "50%",
    transform: "translateX(-50%)",
    maxWidth: "90vw",
    padding: ".5em 1em",
    border: "1px solid #bbb",
    background: "#222",
    color: "#fff",
    font: "1rem sans-serif",
    pointerEvents: "none"
  };
  function createNotice(settings) {
    let timer;
    let ending;
    let isUp;
    let isShown = false;
    let failure = "";
    const ours = document.createElement("div");
    ours.id = "liveview-notice";
    ours.setAttribute("role", "status");
    ours.setAttribute("aria-live", "polite");
    Object.assign(ours.style, STYLE);
    function write(text = "") {
      clearTimeout(ending);
      const theirs = document.getElementById("no-connection");
      theirs?.classList.toggle("no-connection--show", isShown);
      theirs?.classList.toggle("no-connection--hide", !isShown);
      theirs?.setAttribute("aria-hidden", `${!isShown}`);
      if (theirs) text = "";
      const isLasting = isShown && text;
      ours.textContent = isLasting ? text : failure || text;
      if (!ours.textContent || !settings.notice) return ours.remove();
      document.documentElement.append(ours);
      if (!isLasting) ending = setTimeout(end, failure ? READING : FAREWELL);
    }
    function end() {
      failure = "";
      write();
    }
    function tell(isLost, text) {
      clearTimeout(timer);
      isShown = isLost;
      write(text);
    }
    function show() {
      if (isUp !== void 0) tell(true, settings.noticeLost);
    }
    return {
      show,
      /** @param {import("./connection.js").Status} status */
      follow(status) {
        const wasUp = isUp;
        isUp = status === "connected";
        if (isUp && (!wasUp || isShown)) {
          tell(false, ours.isConnected ? settings.noticeBack : "");
        } else if (!isUp && wasUp !== false) {
          clearTimeout(timer);
          if (!isShown) timer = setTimeout(show, PATIENCE3);
        }
      },
      /** Something that was to be done has not been. @param {{code?: string, ref?: string, message?: string}} failure */
      fail({ code = "", ref, message }) {
        const { noticeFailed, noticeUnknown: unknown, noticeExpired: expired, noticeStale: stale } = settings;
        const { noticeSignedOut: signed_out, noticeTooMany: too_many } = settings;
        const known = { __proto__: null, unknown, expired, stale, signed_out, too_many };
        failure = message ?? known[code] ?? noticeFailed + (ref ? ` (${ref})` : "");
        write(isShown ? settings.noticeLost : "");
      },
      /** Nobody wants a connection: the page said so, or goes away. */
      rest() {
        tell(false);
        isUp = void 0;
      }
    };
  }

  // src/morph/attributes.js
  var opened = /* @__PURE__ */ new WeakMap();
  function noteOpen(elements) {
    for (const element of elements) opened.set(element, run(element, "hasAttribute", "open"));
  }
  function takeAttributes(old, next) {
    const reserved = (attribute(old, "data-liveview-ignore") ?? "").split(/\s+/);
    const isOpenable = /^(details|dialog)$/.test(own(old, "localName"));
    function isKept(name) {
      if (name === "open" && isOpenable) return opened.get(old) !== run(old, "hasAttribute", name);
      const isFocusable = name === "tabindex" && !run(next, "hasAttribute", name);
      return reserved.includes(name) || isFocusable && run(old, "hasAttribute", "data-liveview-keyboard-map");
    }
    for (const one of [...own(next, "attributes")]) {
      const { name, value } = one;
      if (attribute(old, name) !== value && !isKept(name)) run(old, "setAttributeNode", one.cloneNode());
    }
    for (const { name } of [...own(old, "attributes")]) {
      if (!run(next, "hasAttribute", name) && !isKept(name)) run(old, "removeAttribute", name);
    }
    if (isOpenable) opened.set(old, run(next, "hasAttribute", "open"));
  }

  // src/morph/claims.js
  function createClaims() {
    const unanswered = /* @__PURE__ */ new Map();
    const told = /* @__PURE__ */ new WeakMap();
    return {
      /**
       * A call is made.
       *
       * @param {object} call
       * @param {any} element that makes it
       * @param {boolean} isFinal whether the user is done with the fields, as who submits them is
       */
      carry(call, element, isFinal) {
        const form = formAround(element);
        const fields = form ? elementsOf(form) : fieldsOf(element);
        unanswered.set(call, new Map(fields.map((field) => [field, { state: stateOf(field), call, isFinal }])));
      },
      /**
       * A call is answered, or begins to be. What comes with the answer is to be rendered after this.
       *
       * @param {object} call
       */
      answer(call) {
        unanswered.get(call)?.forEach((carried, field) => told.set(field, carried));
      },
      /**
       * A call has ended, answered or not.
       *
       * @param {object} call
       */
      end(call) {
        unanswered.delete(call);
      },
      /**
       * @param {object} [answered] the call whose answer is rendered
       * @param {boolean} [isFetched] whether the html is that of the whole page, which knows nothing of calls
       * @returns {Keeps}
       */
      during(answered, isFetched) {
        return {
          has(field, next) {
            const last = told.get(field);
            const isSame = last?.state === stateOf(field);
            const isTheirs = isChanged(field) || last && !isSame;
            if (last && last.call === answered) return !isSame;
            for (const [call, fields] of unanswered) if (isTheirs && call !== answered && fields.has(field)) return true;
            if (!isChanged(field)) return false;
            return !isSame || !(last?.isFinal && !isFetched || defaultOf(next) !== defaultOf(field));
          },
          took(field) {
            const last = told.get(field);
            if (last) last.state = stateOf(field);
          }
        };
      }
    };
  }

  // src/clean_up.js
  function cleanUp(target) {
    if (isElement(target)) all(target, "*").forEach(letGo);
  }
  function letGo(element) {
    if (typeof element.__cleanup !== "function") return;
    try {
      element.__cleanup();
    } catch (error2) {
      console.error("LiveView: __cleanup failed", error2);
    }
    delete element.__cleanup;
  }

  // src/morph/match.js
  function match(parent, olds, nexts, { partners, claimed }) {
    const matches = nexts.map((next) => {
      const old = partners.get(next);
      return old && !run(old, "contains", parent) ? old : void 0;
    });
    const free = olds.filter((old) => !claimed.has(old));
    const open = [...nexts.keys()].filter((index) => !partners.has(nexts[index]));
    const isAlike = (old, index) => !isKeyed(old) && run(old, "isEqualNode", nexts[index]);
    let ahead = 0;
    const most = free.length === open.length ? 0 : Math.min(free.length, open.length);
    while (ahead < most && isAlike(free[ahead], open[ahead])) ahead++;
    let behind = 0;
    while (behind < most - ahead && isAlike(free[free.length - 1 - behind], open[open.length - 1 - behind])) behind++;
    for (let place = 0; place < ahead; place++) matches[open[place]] = free[place];
    for (let place = 1; place <= behind; place++) matches[open[open.length - place]] = free[free.length - place];
    const kinds = /* @__PURE__ */ new Map();
    for (const old of free.slice(ahead, free.length - behind).reverse()) {
      const kind = kindOf(old);
      const all2 = kinds.get(kind) ?? [];
      kinds.set(kind, all2);
      all2.push(old);
    }
    for (const index of open.slice(ahead, open.length - behind)) matches[index] = kinds.get(kindOf(nexts[index]))?.pop();
    return matches;
  }
  var isKeyed = (node) => isElement(node) && keyOf(node) !== null;

  // src/morph/order.js
  function staying(places, matters) {
    const stay = rising(places.map((place, index) => matters(index) ? place : -1));
    const limits = [];
    for (let index = places.length - 1, limit = Infinity; index >= 0; index--) {
      limits[index] = limit;
      if (stay.has(index)) limit = places[index];
    }
    let last = -1;
    places.forEach((place, index) => {
      if (place > last && place < limits[index]) stay.add(index);
      if (stay.has(index)) last = place;
    });
    return stay;
  }
  function rising(places) {
    const tails = [];
    const before = [];
    places.forEach((place, index2) => {
      if (place < 0) return;
      let low = 0;
      let high = tails.length;
      while (low < high) {
        const middle = low + high >> 1;
        if (places[tails[middle]] < place) low = middle + 1;
        else high = middle;
      }
      before[index2] = tails[low - 1];
      tails[low] = index2;
    });
    const stay = /* @__PURE__ */ new Set();
    let index = tails[tails.length - 1];
    while (index !== void 0) {
      stay.add(index);
      index = before[index];
    }
    return stay;
  }

  // src/morph/morph.js
  var NOTICE = "#no-connection";
  function morph(parent, olds, nextParent, nexts, { end = null, isMoved = false, stays = () => false, keeps } = {}) {
    const input = keepUserInput(parent, olds, nextParent, nexts, keeps);
    const focus = keepFocus();
    const pairs = findPairs(parent, olds, nextParent, nexts, input.pairs);
    const doomed = /* @__PURE__ */ new Set();
    function remove(node) {
      cleanUp(node);
      run(node, "remove");
    }
    function become(old, next) {
      if (!isElement(old)) {
        if (old.nodeValue !== next.nodeValue) old.nodeValue = next.nodeValue;
        return;
      }
      if (isLeft(old, next) || stays(old)) return;
      if (!input.isTouchy(old) && run(old, "isEqualNode", next)) return;
      const finish = input.meet(old, next);
      takeAttributes(old, next);
      replace(old, childrenOf(old), childrenOf(next), null);
      if (own(old, "localName") === "template" && old.innerHTML !== next.innerHTML) old.content.replaceChildren(next.content);
      finish();
    }
    function replace(place, before, after, limit, isEachMoved) {
      const matches = match(place, before, after, pairs);
      const kept = new Set(matches);
      for (const old of before) {
        if (kept.has(old) || stays(old) || isNotice(old)) continue;
        if (pairs.claimed.has(old) || pairs.holders.has(old)) doomed.add(old);
        else remove(old);
      }
      const places = new Map(before.map((old, index) => [old, index]));
      const still = staying(
        matches.map((old) => isEachMoved ? -1 : places.get(old) ?? -1),
        (index) => isElement(after[index])
      );
      const anchors = Array(after.length);
      for (let index = after.length - 1, anchor = limit; index >= 0; index--) {
        anchors[index] = anchor;
        if (still.has(index)) anchor = matches[index];
      }
      return after.map((next, index) => {
        const old = matches[index];
        if (!old) return insert(place, next, anchors[index]);
        doomed.delete(old);
        if (!still.has(index)) move(place, old, anchors[index]);
        become(old, next);
        return old;
      });
    }
    function insert(place, next, anchor) {
      const isWhole = !pairs.holders.has(next);
      const node = isWhole ? next : document.importNode(next, false);
      run(place, "insertBefore", node, anchor);
      noteOpen(all(node, "details,dialog"));
      if (!isWhole) replace(node, [], childrenOf(next), null);
      return node;
    }
    const result = replace(parent, olds, nexts, end, isMoved);
    doomed.forEach(remove);
    input.restore();
    focus();
    return result;
  }
  function isLeft(old, next) {
    return attribute(next, "data-liveview-ignore") === "" || run(next, "hasAttribute", "data-liveview-permanent") || isNotice(old) || isWrittenIn(old);
  }
  var isNotice = (node) => isElement(node) && run(node, "matches", NOTICE);
  var childrenOf = (node) => [...own(node, "childNodes")];
  function move(parent, node, anchor) {
    try {
      run(parent, "moveBefore", node, anchor);
    } catch {
      run(parent, "insertBefore", node, anchor);
    }
  }
  function keepFocus() {
    const active = (
      /** @type {any} */
      document.activeElement
    );
    const { selectionStart, selectionEnd, selectionDirection } = active ?? {};
    return () => {
      if (!active || !own(active, "isConnected") || active === document.body) return;
      if (active !== document.activeElement) run(active, "focus", { preventScroll: true });
      if (typeof selectionStart !== "number" || active.selectionStart === null) return;
      active.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
    };
  }

  // src/progress.js
  var STYLE2 = {
    position: "fixed",
    zIndex: "9999",
    inset: "0 0 auto",
    height: "3px",
    background: "#06c"
  };
  function createProgress({ progress }) {
    const root = document.documentElement;
    const bar = document.createElement("div");
    bar.id = "liveview-progress";
    bar.setAttribute("aria-hidden", "true");
    Object.assign(bar.style, STYLE2);
    return (isSlow) => {
      root.toggleAttribute("data-liveview-busy", isSlow);
      if (isSlow && progress) root.append(bar);
      else bar.remove();
    };
  }

  // src/actions.js
  var actions = {
    inner(target, html, keeps) {
      const fragment = parseFragment(html, target);
      letGo(target);
      morph(target, childrenOf(target), fragment, childrenOf(fragment), { keeps });
    },
    append(target, html, keeps) {
      add(target, html, false, keeps);
    },
    prepend(target, html, keeps) {
      add(target, html, true, keeps);
    },
    before(target, html) {
      run(target, "before", parseFragment(html, own(target, "parentElement")));
    },
    after(target, html) {
      run(target, "after", parseFragment(html, own(target, "parentElement")));
    },
    outer(target, html, keeps) {
      const parent = own(target, "parentNode");
      const fragment = parseFragment(html, own(target, "parentElement"));
      const end = own(target, "nextSibling");
      return morph(parent, [target], fragment, childrenOf(fragment), { end, keeps }).find(isElement) ?? null;
    },
    remove(target) {
      cleanUp(target);
      run(target, "remove");
    }
  };
  function add(target, html, isFirst, keeps) {
    const fragment = parseFragment(html, target);
    const nexts = childrenOf(fragment);
    const ids2 = new Set(nexts.filter(isElement).map((next) => attribute(next, "id") || void 0));
    const children = childrenOf(target);
    const twins = children.filter((child) => isElement(child) && ids2.has(attribute(child, "id") ?? ""));
    const end = isFirst ? children.find((child) => !twins.includes(child)) : null;
    morph(target, twins, fragment, nexts, { end, keeps, isMoved: true });
  }

  // src/announce.js
  var PAUSE = 100;
  var SOON_ENOUGH = 9e3;
  function announce(text) {
    const region = document.createElement("div");
    region.setAttribute("aria-live", "polite");
    Object.assign(region.style, { position: "fixed", clipPath: "inset(50%)" });
    document.documentElement.append(region);
    setTimeout(() => region.textContent = text, PAUSE);
    setTimeout(() => region.remove(), SOON_ENOUGH);
  }

  // src/find.js
  function find(selector, severity) {
    let element = null;
    try {
      element = document.querySelector(selector);
    } catch {
      severity = "error";
    }
    if (!element) console[severity](`LiveView: no element for the selector "${selector}"`);
    return element;
  }

  // src/effects.js
  var SCROLL_DELAY = 50;
  var RUNS = /^(on\w+|srcdoc)=|^([^=]*(href|action)|src|data|to|from|by|values)=(.*;)?(javascript|vbscript|data(?!:image\/(?!svg))):/i;
  var DROPPED = /[\0- ]/g;
  var scrollTimer;
  var effects = {
    attributes(attributes, target) {
      for (const name in attributes) {
        const value = attributes[name];
        if (value !== null && RUNS.test(`${name}=${value}`.replace(DROPPED, ""))) throw Error(name);
        if (target) run(target, value === null ? "removeAttribute" : "setAttribute", name, value);
      }
    },
    addClass(names, target) {
      if (target) own(target, "classList").add(...names);
    },
    removeClass(names, target) {
      if (target) own(target, "classList").remove(...names);
    },
    focus(selector) {
      const element = find(selector, "warn");
      if (element) run(element, "focus");
    },
    announce,
    event({ name, detail }, target) {
      dispatch(target?.isConnected ? target : document, name, detail);
    },
    error(message) {
      dispatch(document, "liveview:error", { message }, true);
    },
    url(url, _target, { html, scroll, scrollTop }, _refresh, push) {
      push(url);
      if (html != null && !scroll && !scrollTop) scrollSoon(() => scrollTo(0, 0));
    },
    title(title) {
      document.title = title;
    },
    scroll(selector) {
      scrollSoon(() => {
        const element = find(selector, "warn");
        if (element) run(element, "scrollIntoView", { behavior: "smooth" });
      });
    },
    scrollTop() {
      scrollSoon(() => scrollTo({ top: 0, behavior: "smooth" }));
    },
    call(call, _target, _update, refresh) {
      refresh(call);
    },
    redirect(address) {
      const { origin, href } = webAddress(address);
      if (origin !== location.origin) throw Error(`"${href}" is not of this origin`);
      location.assign(href);
    },
    reload() {
      location.reload();
    }
  };
  function scrollSoon(scroll) {
    clearTimeout(scrollTimer);
    scrollTimer = setTimeout(scroll, SCROLL_DELAY);
  }

  // src/renderer.js
  function createRenderer({ refresh, push, around, keeps }) {
    const waiting = [];
    const goOn = () => waiting.splice(0).forEach((step) => step());
    function apply(update, call) {
      let target = update.target ? find(update.target, "error") : null;
      if (!dispatch(target ?? document, "liveview:before-render", { update }, true)) return;
      attempt("swap", () => {
        target = (target && swap(target, update, keeps(call))) ?? target;
      });
      const fields = (
        /** @type {Record<string, unknown>} */
        update
      );
      for (const field in effects) {
        if (fields[field]) attempt(field, () => effects[field](fields[field], target, update, refresh, push));
      }
      dispatch(target?.isConnected ? target : document, "liveview:rendered", { update });
    }
    function render(updates, call) {
      waiting.push(() => around(() => updates.forEach((update) => apply(update, call)), call));
      if (waiting.length > 1) return;
      const { startViewTransition } = (
        /** @type {any} */
        document
      );
      const isAnimated = startViewTransition && updates.some(({ transition }) => transition) && !isStill();
      if (isAnimated) startViewTransition.call(document, goOn).ready.catch(() => {
      });
      else goOn();
    }
    return {
      render,
      /** @param {() => void} act done when all that has come is in the page */
      after(act) {
        if (waiting.push(act) === 1) goOn();
      }
    };
  }
  var isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  function swap(target, { html, append, remove, swap: swap2 = append ? "append" : "inner" }, keeps) {
    const name = remove ? "remove" : swap2;
    if (!remove && typeof html !== "string") return null;
    if (!Object.hasOwn(actions, name)) throw Error(`expected one of ${Object.keys(actions)}, got ${name}`);
    return actions[name](target, html ?? "", keeps);
  }
  function attempt(field, effect) {
    try {
      effect();
    } catch (error2) {
      console.error(`LiveView: ${field}: ${/** @type {Error} */
      error2.message}`);
    }
  }

  // src/settings.js
  var ADDRESS = /^([^?#]*?)(\/liveview)?\/liveview(\.min)?(-\w+)?\.js([;?#].*)?$/;
  var ROOM = /^[\w.~:-]{1,128}$/;
  var LONGEST_TIMER = 2 ** 31 - 1;
  function findScript(page = document) {
    const current = page.currentScript;
    if (current?.tagName === "SCRIPT") return (
      /** @type {HTMLScriptElement} */
      current
    );
    return [...page.scripts].find(({ src, dataset }) => "liveview" in dataset || ADDRESS.test(src));
  }
  function readSettings(script, config) {
    const overrides = {}.toString.call(config) === "[object Object]" ? config : {};
    const text = (key, fallback) => `${[overrides[key], script?.dataset[key]].find((value) => `${value ?? ""}`) ?? fallback}`;
    const number = (key, fallback, least = 1) => {
      const value = text(key, fallback);
      if (+value >= least && +value <= LONGEST_TIMER) return +value;
      console.warn(`LiveView: ${key}: expected a number from ${least}, got "${value}"; using ${fallback}`);
      return fallback;
    };
    const protocol = text("protocol", location.protocol === "https:" ? "wss" : "ws");
    const ownRoom = randomId();
    const host = text("host", location.host);
    const path = text("path", `${contextPath(script)}/ws/liveview`).replace(/^\/*/, "/").replace(/\/+$/, "");
    return {
      url: () => `${protocol}://${host}${path}/${room(ownRoom)}`,
      position: script?.dataset.position,
      token: script?.dataset.token,
      queueLimit: number("queueLimit", 32, 0),
      queueAge: number("queueAge", 3e4),
      retryMin: number("retryMin", 250),
      retryMax: number("retryMax", 2e4),
      sleepAfter: number("sleepAfter", 3e5, 0),
      progress: text("progress", "true") !== "false",
      notice: text("notice", "true") !== "false",
      noticeLost: text("noticeLost", "Connection lost. Trying again\u2026"),
      noticeBack: text("noticeBack", "Connected again."),
      noticeFailed: text("noticeFailed", "That did not work."),
      noticeUnknown: text("noticeUnknown", "The connection was lost before the answer came. Please check whether it was done."),
      noticeExpired: text("noticeExpired", "That was not sent: there was no connection."),
      noticeSignedOut: text("noticeSignedOut", "That was not done: you are not signed in any more."),
      noticeTooMany: text("noticeTooMany", "That was too much at once. Please try again."),
      noticeStale: text("noticeStale", "This page could not be brought up to date. Please reload it."),
      noticeUpdated: text("noticeUpdated", "This page has been updated. Please reload it when it suits you.")
    };
  }
  function contextPath(script) {
    const [, root, folder] = ADDRESS.exec(script?.src ?? "") ?? [];
    const { origin } = location;
    return folder && `${root}/`.startsWith(`${origin}/`) ? root.slice(origin.length) : "";
  }
  function room(own2) {
    const name = document.documentElement.dataset.room?.trim() || own2;
    if (!ROOM.test(name)) console.error("LiveView: data-room: expected 1 to 128 of A-Z a-z 0-9 _ . ~ : -");
    return encodeURIComponent(name).replace(/%3A/g, ":");
  }

  // src/version.js
  var version = "0.1.0-SNAPSHOT";

  // src/index.js
  function start() {
    const root = document.documentElement;
    const script = findScript();
    let settings = (
      /** @type {import("./settings.js").Settings} */
      {}
    );
    let connection = (
      /** @type {import("./connection.js").Connection} */
      /** @type {unknown} */
      void 0
    );
    const entries = createEntries();
    let isKnown = false;
    let isForgotten = false;
    let isOutdated = false;
    const claims = createClaims();
    const delegate = {
      through: (frame, pass) => pass(frame),
      language: () => root.lang || null,
      statusChanged(status) {
        root.setAttribute("data-liveview-status", status);
        notice.follow(status);
      },
      connected({ resumed, assets }) {
        isForgotten ||= isKnown && !resumed;
        isKnown = true;
        dispatch(document, "liveview:connected");
        const own2 = script?.dataset.assets ?? assets;
        if (!assets || own2 === assets || isOutdated) return;
        isOutdated = true;
        if (dispatch(document, "liveview:updated", void 0, true)) notice.fail({ message: settings.noticeUpdated });
      },
      settled() {
        if (isForgotten && document.querySelector("form[id]")) load().then((pages2) => pages2?.recover());
        isForgotten = false;
      },
      disconnected: (code) => dispatch(document, "liveview:disconnected", { code }),
      calling(call2, origin) {
        const { element, isFinal = false } = origin;
        if (element) claims.carry(call2, element, isFinal);
        busy.begin(call2, origin);
      },
      receivedUpdates: (updates, call2) => render(updates, call2),
      ended: (call2, failure) => after(() => {
        claims.end(call2);
        busy.end(call2)?.ended?.(failure);
      }),
      failed(failure) {
        const { code, ref = "none", function: name = "a frame" } = failure;
        console.error(`LiveView: ${name}: error ${code}, reference ${ref}`);
        dispatch(document, "liveview:error", failure, true);
      },
      resyncing: () => dispatch(document, "liveview:resync", void 0, true),
      load,
      resynced: () => dispatch(document, "liveview:resynced")
    };
    function renew() {
      const old = connection;
      isKnown = false;
      settings = readSettings(
        script,
        /** @type {any} */
        window.webSocketConfig
      );
      connection = createConnection(settings, entries.page, delegate);
      if (old?.leave()) connection.connect();
    }
    renew();
    const change = (step) => busy.without(() => keepFocus2(step));
    const notice = createNotice(settings);
    const keepFocus2 = createFocusKeeper();
    const busy = createBusy(createProgress(settings));
    const { render, after } = createRenderer({
      refresh: (call2) => connection.refresh(call2),
      push(url) {
        entries.mark();
        entries.mark(url);
        load().then((pages2) => pages2?.note());
      },
      keeps: claims.during,
      around(step, call2) {
        if (call2) claims.answer(call2);
        change(step);
      }
    });
    const call = (...all2) => connection.call(...all2);
    const Page = createPageController(
      // A form is submitted once, however often it is asked for with the same in it.
      (...all2) => busy.isSubmitting(...all2) || call(...all2),
      () => loadChunk("triggers", script),
      () => isKnown,
      load
    );
    let pages;
    async function load() {
      const chunk = await loadChunk("page", script);
      return pages ??= chunk?.createPages(
        entries,
        script,
        findScript,
        trusted,
        morph,
        noteOpen,
        isChanged,
        () => claims.during(void 0, true),
        change,
        busy,
        forgetInit,
        renew,
        Page.send,
        (fetch) => connection.fetch(fetch),
        () => isOutdated
      );
    }
    async function visit(address, how) {
      const pages2 = await load();
      return pages2 ? pages2.visit(address, how) : location.assign(webAddress(address));
    }
    const application = Application.start();
    application.register("page", Page);
    const tap = (through) => {
      delegate.through = through;
    };
    const tool = (name) => async (...settings2) => (
      /** @type {any} */
      (await loadChunk("debug", script))[name](tap, ...settings2)
    );
    const LiveView = Object.freeze({
      version,
      application,
      Controller,
      visit,
      call: createCall(call),
      on,
      connect: () => connection.connect(),
      disconnect() {
        connection.disconnect();
        notice.rest();
      },
      debug: tool("debug"),
      latency: tool("latency"),
      get status() {
        return connection.status();
      },
      get queueLength() {
        return connection.queueLength();
      }
    });
    Object.defineProperty(window, "LiveView", { value: LiveView });
    const tell = (event) => event.defaultPrevented || notice.fail(event.detail);
    addEventListener("liveview:error", (event) => queueMicrotask(() => tell(event)), true);
    observePage(
      {
        wake: () => connection.wake(),
        online() {
          if (connection.status() === "connected") notice.follow("connected");
        },
        sleep() {
          connection.sleep();
          notice.rest();
        },
        offline: notice.show
      },
      settings.sleepAfter
    );
    if (history.state?.liveview) load();
    noteOpen([...document.querySelectorAll("details,dialog")]);
    connection.connect();
  }
  if (Object.hasOwn(window, "LiveView")) console.warn("LiveView: loaded again");
  else start();
})();
