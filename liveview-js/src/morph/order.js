/**
 * Of nodes in a new order, finds those that may stay where they are while the others move around them: as many as can of
 * those that matter, and of the others, such as the blanks between rows, what fits in between.
 *
 * @param {number[]} places the former place of each; below 0: it had none
 * @param {(index: number) => boolean} matters
 * @returns {Set<number>} indexes of those that stay
 */
export function staying(places, matters) {
  const stay = rising(places.map((place, index) => (matters(index) ? place : -1)));
  /** @type {number[]} */
  const limits = [];
  for (let index = places.length - 1, limit = Infinity; index >= 0; index--) {
    limits[index] = limit;
    if (stay.has(index)) limit = places[index];
  }
  let last = -1;
  places.forEach((place, index) => {
    if (place > last && place < limits[index]) stay.add(index);
    if (stay.has(index)) last = place;
  });
  return stay;
}

/**
 * @param {number[]} places
 * @returns {Set<number>} indexes of a longest rising sequence
 */
function rising(places) {
  /** @type {number[]} of every length the index of the smallest last one */
  const tails = [];
  /** @type {number[]} */
  const before = [];
  places.forEach((place, index) => {
    if (place < 0) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[tails[middle]] < place) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1];
    tails[low] = index;
  });
  const stay = new Set();
  /** @type {number | undefined} */
  let index = tails[tails.length - 1];
  while (index !== undefined) {
    stay.add(index);
    index = before[index];
  }
  return stay;
}
