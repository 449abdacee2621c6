import assert from "node:assert/strict";
import { test } from "node:test";
import { createBusy } from "../src/busy.js";
import { openPage } from "./support/page.js";

async function open(t, html) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const page = await openPage(t, `<body>${html}`);
  const progress = [];
  const busy = createBusy((isSlow) => progress.push(isSlow));
  const { body } = page.document;
  return { ...page, ...busy, body, progress, tick: (milliseconds) => t.mock.timers.tick(milliseconds) };
}

const FORM = `<form class="wide"><input name="children"><input name="classList"><input name="setAttribute">
  <button id="b" data-liveview-disable-with="Saving…"><i>+</i> Save</button></form>`;

test("an element and its form are busy until its last call has ended, and nothing is left of it", async (t) => {
  const { $, begin, end, body } = await open(t, '<form class="wide"><button id="b">x</button></form>');
  const before = body.innerHTML;
  begin(1, { element: $("#b") });
  begin(2, { element: $("#b") });
  end(1);
  assert.equal(
    body.innerHTML,
    '<form class="wide liveview-busy" aria-busy="true"><button id="b" aria-busy="true" class="liveview-busy">x</button></form>',
  );
  end(2);
  assert.equal(body.innerHTML, before);
});

test("a form that calls is busy, also one whose fields are called like its own properties", async (t) => {
  const { $, begin, end, body } = await open(t, FORM);
  const [form, field, button, before] = [$("form"), $("input"), $("#b"), body.innerHTML];
  // In a browser the names of the fields do so.
  for (const { name } of body.querySelectorAll("input")) Object.defineProperty(form, name, { value: field });
  begin(1, { element: form, submitter: button, isSubmit: true });
  assert.deepEqual([form.getAttribute("aria-busy"), form.className, button.disabled], ["true", "wide liveview-busy", true]);
  end(1);
  assert.equal(body.innerHTML, before);
});

test("a call that code has made of itself, and one that is not known, mark nothing", async (t) => {
  const { begin, end, body } = await open(t, FORM);
  const before = body.innerHTML;
  begin(1, {});
  assert.equal(body.innerHTML, before);
  assert.equal(end(2), undefined);
});

test("gives back where the call came from", async (t) => {
  const { $, begin, end } = await open(t, FORM);
  const ended = () => {};
  begin(1, { element: $("form"), ended });
  assert.equal(end(1).ended, ended);
});

test("the button that was pressed is disabled, with a text of its own, and gets its very content back", async (t) => {
  const { $, begin, end } = await open(t, FORM);
  const icon = $("i");
  begin(1, { element: $("form"), submitter: $("#b") });
  assert.deepEqual([$("#b").disabled, $("#b").innerHTML], [true, "Saving…"]);
  end(1);
  assert.deepEqual([$("#b").disabled, $("#b").textContent, $("#b").firstChild], [false, "+ Save", icon]);
});

for (const html of ['<input type="submit" id="b" value="Save" data-liveview-disable-with="Wait">', '<button id="b" data-liveview-disable-with="Wait" value="v">Save</button>']) {
  test(`so is ${html}`, async (t) => {
    const { $, begin, end, body } = await open(t, html);
    begin(1, { element: $("#b") });
    assert.deepEqual([$("#b").disabled, $("#b").value + $("#b").textContent], [true, /input/.test(html) ? "Wait" : "vWait"]);
    end(1);
    assert.equal(body.innerHTML, html);
  });
}

test("without a text the button is only disabled", async (t) => {
  const { $, begin } = await open(t, '<button id="b" data-liveview-disable-with="">Save</button>');
  begin(1, { element: $("#b") });
  assert.deepEqual([$("#b").disabled, $("#b").textContent], [true, "Save"]);
});

for (const [what, html] of [
  ["a button without the attribute", '<button id="b">x</button>'],
  ["a field", '<input id="b" value="x" data-liveview-disable-with="Wait">'],
  ["a link", '<a id="b" data-liveview-disable-with="Wait">x</a>'],
]) {
  test(`${what} is not disabled`, async (t) => {
    const { $, begin } = await open(t, html);
    begin(1, { element: $("#b") });
    assert.deepEqual([$("#b").hasAttribute("disabled"), $("#b").value || $("#b").textContent], [false, "x"]);
  });
}

test("what the page has set itself stays", async (t) => {
  const html = '<button id="b" aria-busy="false" class="liveview-busy" disabled="x" data-liveview-disable-with="">x</button>';
  const { $, begin, end, body } = await open(t, html);
  begin(1, { element: $("#b") });
  end(1);
  assert.equal(body.innerHTML, html);
});

test("what page code changes meanwhile stays", async (t) => {
  const { $, begin, end } = await open(t, FORM);
  begin(1, { element: $("form"), submitter: $("#b") });
  $("form").classList.add("open");
  $("#b").textContent = "Saved";
  end(1);
  assert.deepEqual([$("form").className, $("#b").textContent], ["wide open", "Saved"]);
});

test("an update does not see what is put on, and it is put on again after it", async (t) => {
  const { $, begin, end, without, body } = await open(t, FORM);
  const before = body.innerHTML;
  begin(1, { element: $("form"), submitter: $("#b") });
  const busy = body.innerHTML;
  let seen;
  assert.equal(
    without(() => {
      seen = body.innerHTML;
      return 7;
    }),
    7,
  );
  assert.deepEqual([seen, body.innerHTML], [before, busy]);
  end(1);
  assert.equal(body.innerHTML, before);
});

test("also when calls begin and end during the update, or it fails", async (t) => {
  const { $, begin, end, without, body } = await open(t, FORM);
  const before = body.innerHTML;
  begin(1, { element: $("form") });
  assert.throws(() =>
    without(() => {
      begin(2, { element: $("form"), submitter: $("#b") });
      end(1);
      assert.equal(body.innerHTML, before);
      throw Error("oops");
    }), /oops/,
  );
  assert.equal($("#b").disabled, true);
  end(2);
  assert.equal(body.innerHTML, before);
});

test("what an update sets is what is there afterwards", async (t) => {
  const { $, begin, end, without, body } = await open(t, FORM);
  begin(1, { element: $("form"), submitter: $("#b") });
  without(() => {
    $("#b").disabled = true;
    $("#b").textContent = "Done";
  });
  assert.equal($("#b").textContent, "Saving…");
  end(1);
  assert.deepEqual([$("#b").disabled, $("#b").textContent], [true, "Done"]);
  assert.equal(body.querySelectorAll(".liveview-busy,[aria-busy]").length, 0);
});

test("an element that an update replaces takes everything with it", async (t) => {
  const { $, begin, end, without, body } = await open(t, FORM);
  const old = $("form");
  begin(1, { element: old, submitter: $("#b") });
  without(() => (body.innerHTML = FORM));
  assert.equal(body.innerHTML.includes("busy"), false);
  end(1);
  assert.equal(old.hasAttribute("aria-busy"), false);
});

/** What a browser does with a button that is disabled, and jsdom does not. */
function lose({ $ }) {
  $("#b").disabled = false;
  $("#b").blur();
  $("#b").disabled = true;
}

test("the focus of a button that was disabled is given back", async (t) => {
  const page = await open(t, FORM);
  page.$("#b").focus();
  page.begin(1, { element: page.$("form"), submitter: page.$("#b") });
  lose(page);
  page.end(1);
  assert.equal(page.document.activeElement, page.$("#b"));
});

test("unless it is elsewhere by then, or the button did not have it", async (t) => {
  const page = await open(t, FORM);
  const { $, document, begin, end } = page;
  begin(1, { element: $("form"), submitter: $("#b") });
  end(1);
  assert.equal(document.activeElement, document.body);
  $("#b").focus();
  begin(2, { element: $("form"), submitter: $("#b") });
  lose(page);
  $("input").focus();
  end(2);
  assert.equal(document.activeElement, $("input"));
});

test("a user's call that takes longer than 150 ms is shown, until the last one of those has ended", async (t) => {
  const { $, begin, end, progress, tick } = await open(t, FORM);
  begin(1, { element: $("form"), isUser: true });
  tick(149);
  assert.deepEqual(progress, []);
  tick(1);
  begin(2, { element: $("#b"), isUser: true });
  tick(150);
  end(1);
  assert.deepEqual([progress.includes(false), progress.at(-1)], [false, true]);
  end(2);
  assert.equal(progress.at(-1), false);
});

test("neither a fast call nor one that no user has made is shown", async (t) => {
  const { $, begin, end, progress, tick } = await open(t, FORM);
  begin(1, { element: $("form"), isUser: true });
  begin(2, { element: $("form") });
  end(1);
  tick(10000);
  assert.equal(progress.includes(true), false);
});

test("a form is being submitted until that has ended, but not by who submits something else", async (t) => {
  const { $, begin, end, isSubmitting } = await open(t, `${FORM}<form></form>`);
  const submit = { element: $("form"), isSubmit: true };
  const of = (text) => [["text", text]];
  const asked = (text, origin = submit) => isSubmitting("say", {}, of(text), origin);
  assert.equal(asked("a"), false);
  begin({ form: of("a") }, { element: $("form"), isSubmit: false });
  assert.equal(asked("a"), false);
  const call = { form: of("a") };
  begin(call, submit);
  assert.equal(asked("a"), true);
  assert.equal(asked("b"), false);
  assert.equal(asked("a", { element: $("form"), isSubmit: false }), false);
  assert.equal(asked("a", { element: $("form + form"), isSubmit: true }), false);
  end(call);
  assert.equal(asked("a"), false);
});
