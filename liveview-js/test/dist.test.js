import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { openBundle, read } from "./support/bundle.js";
import { FakeSocket } from "./support/fake_socket.js";
import { openPage } from "./support/page.js";

const PAGE = `<!DOCTYPE html><html lang="en" data-room="r"><head>
  <script src="/shop/liveview/liveview.min.js" defer></script></head><body data-controller="page">
  <form><input name="name" value="A">
  <button type="button" data-action="page#run" data-liveview-function="add" data-data-modal-id="1"></button></form>
  <table><tbody></tbody></table></body></html>`;

for (const file of ["liveview.min.js", "liveview.js"]) {
  describe(file, () => {
    const load = (t, html = PAGE) => openBundle(t, file, html);

    test("takes a click to the server and its reply to the page", async (t) => {
      const { $, window } = await load(t);
      const socket = FakeSocket.last;
      assert.equal(socket.url, "wss://example.test/shop/ws/liveview/r");
      socket.welcome({ heartbeat: 20000 });
      $("button").click();
      assert.deepEqual(socket.calls, [
        {
          type: "call",
          id: 1,
          function: "add",
          data: { modalId: "1" },
          form: [["name", "A"]],
          lang: "en",
          untouched: ["name"],
          done: 0,
        },
      ]);
      const reply = { type: "reply", id: 1, updates: [{ target: "tbody", html: "<tr><td>x</td></tr>", append: true }] };
      socket.receiveRaw(new TextEncoder().encode(JSON.stringify([reply])).buffer);
      assert.equal($("tbody").innerHTML, "<tr><td>x</td></tr>");
      assert.equal(window.LiveView.status, "connected");
    });

    test("runs an action on the window with the function of its element", async (t) => {
      const { window } = await load(
        t,
        '<body data-controller="page"><p data-action="keydown.esc@window->page#run" data-liveview-function="close">',
      );
      FakeSocket.last.welcome();
      window.dispatchEvent(new window.KeyboardEvent("keydown", { key: "Escape" }));
      assert.equal(FakeSocket.last.calls[0].function, "close");
    });

    test("is the same in every encoding", () => {
      assert.match(read(file), /^[\n\x20-\x7e]*$/);
    });

    test("contains Stimulus, but for outlets", async (t) => {
      const { window, document, $ } = await load(
        t,
        `<body><div data-controller="list" data-list-size-value="2" data-list-open-class="is-open"
        data-action="list:added@document->list#note:once"><i data-list-target="item"></i>
        <button data-action="click->list#add" data-list-by-param="3"></button></div>
        <p id="d" data-controller="dialog"></p>`,
      );
      const log = [];
      const { Controller, application } = window.LiveView;
      application.register("dialog", class extends Controller {});
      application.register(
        "list",
        class extends Controller {
          static targets = ["item"];
          static values = { size: window.Number };
          static classes = ["open"];
          itemTargetConnected = (element) => log.push(`+${element.localName}`);
          itemTargetDisconnected = (element) => log.push(`-${element.localName}`);
          sizeValueChanged = (size) => log.push(`size ${size}`);
          add({ params }) {
            this.sizeValue += params.by;
            this.element.classList.add(this.openClass);
            this.itemTarget.remove();
            this.dispatch("added");
          }
          note({ type }) {
            log.push(type);
          }
        },
      );
      const settled = () => new Promise((resolve) => setImmediate(resolve));
      await settled();
      assert.deepEqual(log.splice(0).sort(), ["+i", "size 2"]);
      assert.equal(application.getControllerForElementAndIdentifier($("#d"), "dialog").element, $("#d"));
      $("button").click();
      document.dispatchEvent(new window.Event("list:added"));
      await settled();
      assert.deepEqual(log.splice(0).sort(), ["-i", "list:added", "size 5"]);
      assert.equal($("div").className, "is-open");
    });

    test("reads the values of Stimulus' controllers by their types and defaults", async (t) => {
      const { window } = await load(
        t,
        `<body data-controller="one" data-one-list-value='[1]' data-one-map-value='{"a":1}' data-one-on-value="false"></body>`,
      );
      const { Controller, application } = window.LiveView;
      const { Array, Boolean, Number, Object, String } = window;
      let values;
      application.register(
        "one",
        class extends Controller {
          static values = { list: Array, map: Object, on: Boolean, count: Number, text: String, part: { type: Array }, size: 3,
            names: { type: Array, default: ["a"] }, label: { type: String, default: "x" }, off: true };
          connect() {
            values = [this.listValue, this.mapValue, this.onValue, this.countValue, this.textValue, this.partValue, this.sizeValue];
            values.push(this.namesValue, this.labelValue, this.offValue, this.hasSizeValue, this.hasCountValue);
          }
        },
      );
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(JSON.stringify(values), '[[1],{"a":1},false,0,"",[],3,["a"],"x",true,true,false]');
      const wrong = class extends Controller {
        static values = { size: { type: Number, default: "3" } };
      };
      assert.throws(() => application.register("two", wrong), /The default of the value "size" is no number/);
      const none = class extends Controller {
        static values = { size: class {} };
      };
      assert.throws(() => application.register("three", none), /Unknown value type/);
    });

    test("an attribute called like what every object has leaves its controllers alone", async (t) => {
      const { $ } = await load(t, PAGE.replace('data-controller="page"', 'data-controller="page" constructor="x" __proto__="y"'));
      FakeSocket.last.welcome();
      $("button").click();
      assert.equal(FakeSocket.last.calls[0].function, "add");
    });

    test("names its chunks by their content", () => {
      for (const name of ["page", "triggers", "debug"]) {
        const chunk = file.replace("liveview", `liveview-${name}`);
        const hash = createHash("sha256").update(read(chunk)).digest("hex").slice(0, 12);
        assert.ok(read(file).includes(`"${chunk}?v=${hash}"`), chunk);
      }
    });

    test("keeps the notices of its licences", () => {
      const [notice] = read(file).split("\n");
      assert.match(notice, /^\/\*! LiveView for Spring Boot .* Stimulus 3\.2\.2.* Basecamp, LLC\. MIT License/);
      for (const holder of [/Copyright \(c\) \d+ The liveview4j authors/, /Copyright © \d+ Basecamp, LLC/]) {
        assert.match(read("liveview.LICENSE.txt"), holder);
      }
    });

    test("evaluates no text, and names no path of the machine that built it (D19)", () => {
      assert.doesNotMatch(read(file), /\beval\(|new Function|sourceMappingURL|\/home\/|file:/);
    });
  });
}

for (const file of ["page", "triggers", "debug"].flatMap((name) => [`liveview-${name}.min.js`, `liveview-${name}.js`])) {
  test(`${file} is a module, the same in every encoding, keeps its notice, evaluates no text and names no path`, async (t) => {
    await openPage(t);
    const functions = Object.values(await import(`../dist/${file}`));
    assert.ok(functions.length && functions.every((one) => /function|object/.test(typeof one)));
    const text = read(file);
    assert.match(text, /^[\n\x20-\x7e]*$/);
    assert.match(text, /^\/\*! LiveView for Spring Boot .* MIT License/);
    assert.doesNotMatch(text, /\beval\(|new Function|sourceMappingURL|\/home\/|file:/);
  });
}
