// Texts that are names of the wire or of the application. All others may be, or repeat, what a person typed.
const NAMES = new Set([
  ..."type function room epoch code ref node lang name".split(" "),
  ..."target swap focus scroll addClass removeClass".split(" "),
]);

/** @param {unknown} value @returns {unknown} */
const length = (value) => (typeof value === "string" ? `${value.length} characters` : value);

/** @param {object} value */
const lengths = (value) => mapValues(value, (one) => length(one === null ? one : `${one}`));

/** What is shown of the values under these names. @type {Record<string, (value: any) => unknown>} */
const TYPED = {
  form: (/** @type {[string, string][]} */ entries) => entries.map(([name, value]) => `${name}: ${length(`${value}`)}`),
  data: lengths,
  attributes: lengths,
  rooms: lengths,
  // Its names may be typed, too.
  detail: (value) => length(JSON.stringify(value)),
};

/**
 * What may be shown of a message: of what a person may have typed, and of html, only how long it is.
 *
 * @param {unknown} value of a frame
 * @param {string} [key] its name
 * @returns {unknown}
 */
export function outline(value, key = "") {
  if (Array.isArray(value)) return value.map((one) => outline(one, key));
  if (typeof value !== "object" || value === null) return NAMES.has(key) ? value : length(value);
  return mapValues(value, (inner, name) => (inner && Object.hasOwn(TYPED, name) ? TYPED[name](inner) : outline(inner, name)));
}

/**
 * @param {object} value
 * @param {(inner: any, name: string) => unknown} map
 */
function mapValues(value, map) {
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, map(inner, name)]));
}
