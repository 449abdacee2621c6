// Names inside Stimulus 3.2.2 that applications never meet. The minified bundle shortens them, which brings Stimulus
// from 11.0 to 10.0 kB. To be looked at with every new version of Stimulus: a name that occurs in a string, or that
// is a property of a controller, the application, its schema or an event, does not belong here.
export const stimulusInternals = `
  actionDescriptorFilters addElement applyEventModifiers attributeNameForOutletName attributeObserver
  attributeObserverMap bindingConnected bindingDisconnected bindingObserver bindings bindingsByAction cacheKey
  clearEventListenersForBinding connectAction connectContextForScope connectModule connectOutlet connectTarget
  connectedContexts containsElement contextsByScope controllerSelector createEventListener
  createScopeForElementAndIdentifier currentAttributeNames delegate dependentContexts dependentControllerIdentifiers
  disconnectAction disconnectAllActions disconnectAllOutlets disconnectAllTargets disconnectContextForScope
  disconnectModule disconnectOutlet disconnectTarget dispatcher documentScope elementAttributeChanged
  elementAttributeValueChanged elementFromNode elementIsActive elementMatched elementMatchedAttribute
  elementMatchedValue elementObserver elementUnmatched elementUnmatchedAttribute elementUnmatchedValue eventListenerMaps
  eventListeners eventName eventOptions eventTarget eventTargetName fetchContextForScope fetchEventListener
  fetchEventListenerForBinding fetchEventListenerMapForEventTarget fetchParseResultForToken
  fetchScopesByIdentifierForElement fetchValuesByTokenForElement findAllElements findAllLegacyTargets findAllTargets
  findElement findLegacyTarget findTarget forToken getContextForElementAndIdentifier getDataKey getKeysForValue
  getLegacySelectorForTargetName getOutletFromMap getOutletNameFromOutletAttributeName getSelectorForOutletName
  getSelectorForTargetName getStringMapKeyForAttribute getValuesForKey hasBindings hasCustomDefaultValue
  invokeChangedCallback invokeChangedCallbacksForDefaultValues invokeControllerMethod invokeWithEvent isDocumentScope
  keyFilter keyFilterDissatisfied keysByValue knownAttributeNames loadDefinition matchElement matchElementsInTree
  matchesByElement methodName modulesByIdentifier mutationObserver mutationObserverInit outletConnected
  outletDependencies outletDisconnected outletElementsByName outletObserver outletsByName parseResultsByToken parseToken
  parseValueForElementAndIdentifier parseValueForToken prepareActionEvent processAddedNodes processAttributeChange
  processMutation processMutations processRemovedNodes processTree proposeToConnectScopeForElementAndIdentifier
  queryElements readTokensForElement receiver recordedAttributeNames refreshAttribute refreshTokensForElement
  removeElement removeMappedEventListenerFor scopeConnected scopeDisconnected scopeObserver scopeReferenceCounts
  scopesByIdentifier scopesByIdentifierByElement selectorMatchElement selectorMatched selectorObserverMap
  selectorUnmatched setupAttributeObserverForOutlet setupSelectorObserverForOutlet shouldIgnoreKeyboardEvent
  shouldIgnoreMouseEvent started stopAttributeObservers stopSelectorObservers stringMap stringMapKeyAdded
  stringMapKeyRemoved stringMapObserver stringMapValueChanged targetConnected targetDisconnected targetObserver
  targetsByName tokenListObserver tokenMatched tokenUnmatched tokensByElement tokensMatched tokensUnmatched
  typeDefinition unloadIdentifier unorderedBindings updateSelectorObserverForOutlet valueDescriptorMap
  valueDescriptorNameMap valueDescriptors valueListObserver valueObserver valuesByKey valuesByTokenByElement
  warnedKeysByObject willBeInvokedByEvent
  contexts hasValue modules pause reader router writer
`.trim().split(/\s+/);

// The same of our own, that are told to no chunk and to nobody else, which a test checks.
export const ourInternals = `
  abandon abandonLargest accepts adopt answer calling carry claimed connected deadline disconnected drain during
  ended failed focused follow frames heard holders isAsking isDue isFinal isMoved isOverdue isSent isSlow isSubmit
  isSubmitting isTouchy isUnderWay judge language noticeBack noticeExpired noticeFailed noticeLost noticeStale
  noticeUnknown noticeUpdated partners queueAge queueLimit reach receivedUpdates refreshes resynced resyncing
  hello lazy lose meet pairs restore resume retryMax retryMin settle settled sleepAfter statusChanged thaw through
`.trim().split(/\s+/);
