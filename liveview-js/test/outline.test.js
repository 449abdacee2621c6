import assert from "node:assert/strict";
import { test } from "node:test";
import { outline } from "../src/debug/outline.js";

test("shows of a call its names, and how long its values are", () => {
  const call = {
    type: "call",
    id: 3,
    function: "save",
    data: { id: "12" },
    form: [["title", "secret"], ["target", "secret"], ["title", ""]],
    lang: null,
    done: 2,
  };
  assert.deepEqual(outline(call), {
    type: "call",
    id: 3,
    function: "save",
    data: { id: "2 characters" },
    form: ["title: 6 characters", "target: 6 characters", "title: 0 characters"],
    lang: null,
    done: 2,
  });
});

test("shows of an update where it goes, and how long its html is", () => {
  const update = { target: "#a", html: "<p>secret</p>", append: true, addClass: ["new"], attributes: { title: "secret", hidden: null } };
  assert.deepEqual(outline({ type: "reply", updates: [update] }), {
    type: "reply",
    updates: [
      {
        target: "#a",
        html: "13 characters",
        append: true,
        addClass: ["new"],
        attributes: { title: "6 characters", hidden: null },
      },
    ],
  });
});

test("shows nothing that a person may have typed, wherever the server puts it", () => {
  const anywhere = {
    type: "update",
    token: "secret",
    rooms: { a: "secret" },
    updates: [
      { title: "secret", url: "/?q=secret", error: "secret", redirect: "/secret", announce: "secret" },
      { event: { name: "found", detail: { secret: ["secret", 1] } } },
      { event: { name: "found", detail: "secret" } },
      { call: { function: "list", data: { q: "secret", name: "secret", target: "secret" } } },
      { attributes: { name: "secret", lang: "secret" } },
      { later: { fields: ["secret", { x: "secret" }] }, form: [["q", "secret"]] },
    ],
  };
  assert.doesNotMatch(JSON.stringify(outline(anywhere)), /secret/);
});

test("names what is safe to name", () => {
  const error = { type: "reply", id: 1, error: { code: "failed", ref: "7f" } };
  assert.deepEqual(outline(error), error);
  const update = { type: "update", room: "r", epoch: "e", first: 1, seq: 2 };
  assert.deepEqual(outline(update), update);
});
