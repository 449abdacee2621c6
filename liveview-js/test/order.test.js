import assert from "node:assert/strict";
import { test } from "node:test";
import { staying } from "../src/morph/order.js";

for (const [places, expected] of [
  [[], []],
  [[0, 1, 2], [0, 1, 2]],
  [[2, 1, 0], [2]],
  [[1, 2, 3, 0], [0, 1, 2]],
  [[3, 0, 1, 2], [1, 2, 3]],
  [[-1, 0, -1, 1], [1, 3]],
  [[-1, -1], []],
]) {
  test(`of ${JSON.stringify(places)} stay ${JSON.stringify(expected)}`, () => {
    assert.deepEqual([...staying(places, () => true)].sort(), expected);
  });
}

test("blanks stay where they fit between what stays", () => {
  const isRow = (index) => index % 2 === 0;
  assert.deepEqual([...staying([2, 1, 4, 3, 6, 5, 0], isRow)].sort(), [0, 2, 4]);
  assert.deepEqual([...staying([0, 1, 4, 5, 6, 3, 2], isRow)].sort(), [0, 1, 2, 3, 4]);
});
