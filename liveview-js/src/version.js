// Written out rather than imported from package.json, which a browser could not load as a plain module.
// A test compares the two.
export const version = "0.1.0-SNAPSHOT";
