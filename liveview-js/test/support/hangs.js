/** A module that never finishes to load. */
await new Promise(() => {});
