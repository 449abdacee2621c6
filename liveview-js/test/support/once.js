/** A module that fails to load when its address is asked for first. */
export const { search } = new URL(import.meta.url);

if (!search.includes("again")) throw new Error("not now");
