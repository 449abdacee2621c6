// What fetches html, as one file that is loaded when it is first needed.
export { createPages } from "./pages.js";
