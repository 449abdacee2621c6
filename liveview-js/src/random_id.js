/**
 * An unguessable id of 32 hex digits. Not `crypto.randomUUID`, which a page on plain http does not have.
 *
 * @returns {string}
 */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
