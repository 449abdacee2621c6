/**
 * An unguessable id: the 32 digits of a random UUID, by whose form the server knows it for one. Not `crypto.randomUUID`, which a page on plain http does not have.
 *
 * @returns {string}
 */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
