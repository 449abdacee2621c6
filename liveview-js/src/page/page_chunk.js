// What fetches html, as one file that is loaded when it is first needed.
export { fetchOwnPage } from "./own_page.js";
export { takeOver } from "./take_over.js";
