// Names of properties that no other file, no application and no frame knows. The minified bundle shortens them. A name that a
// chunk uses, that occurs in a string, that is on the wire or that the browser has a meaning for does not belong here.
export const ourInternals = `
  abandonLargest accepts around calling carry claimed connected deadline disconnected drain ended failed follow
  frames holders inserted isAsking isDebounced isDue isFinal isForgotten isMoved isOverdue isSent isTouchy
  isUnderWay judge language partners reach receivedUpdates refreshes resynced resyncing settle settled
  statusChanged thaw
`.trim().split(/\s+/);
