// Names of ours that no other file than the script knows: neither page code, the wire, a setting nor a chunk. The minified
// bundle shortens them. A test looks for them in the chunks; what is looked up by a text does not belong here either.
export const ownInternals = `
  abandon abandonLargest accepts adopt answer calling carry claimed deadline drain during ended focused follow frames
  heard holders isAsking isDebounced isDue isFinal isMoved isOverdue isSent isSlow isSubmit isSubmitting isTouchy judge partners
  noticeBack noticeExpired noticeFailed noticeLost noticeStale noticeUnknown queueAge queueLimit reach receivedUpdates
  refreshes resynced resyncing retryMax retryMin settle statusChanged thaw
`.trim().split(/\s+/);
