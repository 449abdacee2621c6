package io.github.liveview4j.examples.scenarios.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.liveview4j.Selectors;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Calls as fast as it can, which a page is not let do otherwise. */
@TestPropertySource(properties = "liveview.limits.calls=0")
@DisplayName("S5, S6: a stranger's text stays text")
class HostileTextBrowserTests extends ScenarioTest {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-f]{4}|[nrt0\\\\])");

    /** Called by whatever got to run; the ways to ask the user something count as well. */
    private static final String CANARY = """
            window.ran = [];
            window.__xss = (what = "called") => ran.push(what);
            for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => ran.push(name);
            window.events = [];
            document.addEventListener("hostile", ({ detail }) => events.push(detail));
            document.addEventListener("liveview:error", ({ detail }) => (window.lastError = detail));
            window.prototypeNames = Reflect.ownKeys(Object.prototype).length;
            """;

    /** Pushes texts one after the other, and returns what was not as it was to be. */
    private static final String PUSH_ALL = """
            async (texts) => {
              const wrong = [];
              const $ = (selector) => document.querySelector(selector);
              const seen = (text) => text.replace(/\\r\\n?/g, "\\n").replace(/\\0/g, "");
              const within = "#text,#list,#outer,#attrs,#template,#named,#form,#broadcast,#echo,#stored";
              const until = async (what, is) => {
                const end = performance.now() + 30000;
                while (!is()) {
                  if (performance.now() > end) return wrong.push(what);
                  await new Promise((resolve) => setTimeout(resolve, 1));
                }
              };
              const names = (element) => [...element.attributes].map(({ name }) => name).join();
              for (const text of texts) {
                const check = (what, actual, expected) => {
                  if (actual !== expected) wrong.push([what, text, actual, expected]);
                };
                $("#list").textContent = "";
                await LiveView.call("push_text", { text });
                await LiveView.call("push_form", {}, { form: { note: text, __proto__: "x", "constructor.prototype.polluted": text } });
                await until(["call", text], () => $("#echo").textContent === seen(text));
                await until(["broadcast", text], () => $("#broadcast").textContent === seen(text));
                for (const id of ["text", "list", "echo", "broadcast"]) check(id, $("#" + id).textContent, seen(text));
                check("title", $("head > title").textContent, text);
                for (const name of ["title", "data-note", "aria-label"]) check(name, $("#attrs").getAttribute(name), text);
                check("attributes", names($("#attrs")), "id,title,data-note,aria-label");
                check("event", JSON.stringify([events.at(-1).text, events.at(-1).list]), JSON.stringify([text, [text]]));
                check("error", lastError.message, text);
                check("notice", $("#liveview-notice")?.childElementCount ?? 0, 0);
                check("url", new URL(location.href).searchParams.get("q"), text);
                const [shown, inlined] = document.querySelectorAll("#template .shown");
                check("th:text", shown.textContent, seen(text));
                check("inlining", inlined.textContent, seen(text));
                const [note, field, link] = document.querySelectorAll("#template .given");
                check("th:attr", note.getAttribute("data-note"), note.getAttribute("title"));
                check("th:attr", note.getAttribute("title").replace(/\\ufffd/g, ""), seen(text).replace(/\\ufffd/g, ""));
                check("th:attr names", names(note).split(",").sort().join(), "class,data-note,title");
                check("th:value", field.getAttribute("value").replace(/\\ufffd/g, ""), seen(text).replace(/\\ufffd/g, ""));
                check("th:href", new URL(link.href).origin + new URL(link.href).pathname, location.origin + "/hostile");
                check("th:id", $("#named").querySelectorAll(".found").length, /[\\r\\0]/.test(text) ? 0 : 1);
                check("th:errors", $("#errors").textContent, seen("Expected something else than " + text));
                check("th:field", $("#note").getAttribute("value").replace(/\\ufffd/g, ""), seen(text).replace(/\\ufffd/g, ""));
                // Nothing became an element, or an attribute that this library, Stimulus or the browser acts upon.
                check("elements", document.querySelectorAll(within.split(",").map((one) => one + " *").join()).length, 9);
                const gadgets = [...document.querySelectorAll("body, body *")].flatMap((one) => [...one.attributes]).map(({ name }) => name)
                  .filter((name) => /^(on|data-(action|controller|liveview|data)|srcdoc|formaction)/.test(name));
                check("gadgets", gadgets.join(), "data-controller");
                check("prototype", Reflect.ownKeys(Object.prototype).length, prototypeNames);
                check("polluted", {}.polluted, undefined);
                check("ran", ran.join(), "");
                if (wrong.length > 20) break;
              }
              return JSON.stringify(wrong);
            }""";

    private final List<String> elsewhere = new ArrayList<>();

    private Page watched(String query) {
        Page page = newPage();
        page.addInitScript(CANARY);
        page.onDialog(dialog -> elsewhere.add("dialog " + dialog.message()));
        page.onPopup(popup -> elsewhere.add("popup " + popup.url()));
        page.onRequest(request -> {
            if (!request.url().startsWith("data:,")
                    && !"localhost"
                            .equals(URI.create(request.url().split("[?#]")[0]).getHost())) {
                elsewhere.add(request.url());
            }
        });
        return open(page, "/hostile" + query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?strict=true", ""})
    void textOfTheCorpusComesBackAsItIsByEveryWay(String query) throws IOException {
        Page page = watched(query);
        List<String> texts = texts();
        assertThat(texts).hasSizeGreaterThan(250).doesNotHaveDuplicates();
        // A part of them is enough for every build, and with the policy, which makes it easier, a smaller one.
        int step = Boolean.getBoolean("liveview.attacks.long") ? 1 : query.isEmpty() ? 2 : 10;
        List<String> tried = IntStream.range(0, texts.size())
                .filter(index -> index % step == 0)
                .mapToObj(texts::get)
                .toList();
        assertThat(page.evaluate(PUSH_ALL, tried)).isEqualTo("[]");
        assertThat(page.evaluate("ran.length")).isEqualTo(0);
        assertThat(elsewhere).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"&strict=true", ""})
    void textThatIsStoredStaysTextWhenThePageIsVisitedAndFetchedAgain(String strict) throws IOException {
        List<String> texts =
                texts().stream().filter(text -> text.indexOf('\0') < 0).toList();
        Page page = watched(strict.isEmpty() ? "" : "?strict=true");
        // An address has a limit.
        for (int from = 0; from < texts.size(); from += 25) {
            List<String> some = texts.subList(from, Math.min(texts.size(), from + 25));
            String address = "/hostile?" + strict
                    + some.stream()
                            .map(text ->
                                    "&stored=" + URLEncoder.encode(text.replace(",", "\u201a"), StandardCharsets.UTF_8))
                            .collect(Collectors.joining());
            page.evaluate("(address) => LiveView.visit(address)", address);
            assertThat(page.locator("#stored li")).hasCount(some.size());
            // The page that is shown is fetched, as in a resync.
            page.evaluate("LiveView.visit(location.href)");
            assertThat(page.locator("#stored li")).hasCount(some.size());
            assertThat(page.locator("#stored li *")).hasCount(0);
        }
        assertThat(page.evaluate("ran.length")).isEqualTo(0);
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void addressOfAStrangerLeadsNowhere() {
        browser.expectErrors("failed");
        Page page = watched("");
        String before = page.url();
        for (String address : List.of(
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "javascript:__xss()",
                "java\tscript:__xss()",
                "\u0001javascript:__xss()",
                "data:text/html,<script>opener.__xss()</script>",
                "http:/evil.example",
                "http://user@localhost/",
                "https://evil.example@localhost/",
                "blob:http://localhost/x")) {
            String outcome = (String) page.evaluate(
                    "(address) => LiveView.call('push_redirect', { address }).then(() => 'gone', ({ code }) => code)",
                    address);
            assertThat(outcome).as(address).isEqualTo("failed");
        }
        // What the server lets pass, as it does not know its own name, the browser does not.
        browser.expectErrors("is not of this origin");
        page.evaluate("LiveView.call('push_redirect', { address: 'http://evil.example/' })");
        assertThat(page.url()).isEqualTo(before);
        assertThat(page.evaluate("ran.length")).isEqualTo(0);
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void expressionInTheNameOfATemplateIsRefused() throws IOException {
        browser.expectErrors("failed|unknown_function");
        Page page = watched("");
        List<String> names = texts().stream()
                .filter(text -> text.matches("(?s).*[^\\w/.: -].*"))
                .toList();
        Object others = page.evaluate("""
                async (names) => {
                  const codes = new Set();
                  for (const name of names) {
                    await LiveView.call("push_template", { name }).then(() => codes.add(name), ({ code }) => codes.add(code));
                    await LiveView.call(name).then(() => codes.add(name), ({ code }) => codes.add(code));
                  }
                  return [...codes].sort().join();
                }""", names);

        assertThat(others).isEqualTo("failed,unknown_function");
    }

    @Test
    void selectorOfAnIdIsWhatTheBrowserMakesOfIt() {
        Page page = watched("");
        Random random = new Random(7);
        List<String> ids = new ArrayList<>();
        IntStream.concat(IntStream.range(1, 0x250), random.ints(4_000, 0x250, 0x110000))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .mapToObj(Character::toString)
                .forEach(c -> ids.addAll(List.of(c, "-" + c, "a" + c, c + c)));

        assertThat(page.evaluate(
                        """
                ([ids, selectors]) => JSON.stringify(ids.filter((id, index) => {
                  const p = document.createElement("p");
                  p.id = id;
                  document.body.append(p);
                  const isFound = document.querySelector(selectors[index]) === p;
                  p.remove();
                  return !isFound || selectors[index] !== "#" + CSS.escape(id);
                }))""", List.of(ids, ids.stream().map(Selectors::id).toList())))
                .isEqualTo("[]");
    }

    @Test
    void htmlThatAnApplicationPushesRunsNoScriptElementButItsHandlersUnlessAPolicyForbidsThem() {
        Map<String, String> kinds = Map.ofEntries(
                Map.entry("script element", "<script>__xss('script element')</script>"),
                Map.entry("module", "<script type=module>__xss('module')</script>"),
                Map.entry("script of an image", "<svg><script>__xss('script of an image')</script></svg>"),
                Map.entry("event handler", "<img src=data:, onerror=\"__xss('event handler')\">"),
                Map.entry(
                        "handler of an image",
                        "<svg><animate onbegin=\"__xss('handler of an image')\" attributeName=x dur=1s></animate></svg>"),
                Map.entry(
                        "frame with html",
                        "<iframe srcdoc=\"<script>parent.__xss('frame with html')</script>\"></iframe>"),
                Map.entry(
                        "frame with an address",
                        "<iframe src=\"javascript:parent.__xss('frame with an address')\"></iframe>"),
                Map.entry("template", "<template><img src=data:, onerror=\"__xss('template')\"></template>"));
        Page open = watched("");
        kinds.values().forEach(html -> open.evaluate("(html) => LiveView.call('push_html', { html })", html));
        open.waitForFunction("ran.length >= 4");
        assertThat(open.evaluate("ran.sort().join()"))
                .isEqualTo("event handler,frame with an address,frame with html,handler of an image");

        browser.expectErrors("policy violated|Content Security Policy|Refused|violates|TrustedTypes|TrustedScript");
        Page strict = watched("?strict=true");
        kinds.values().forEach(html -> strict.evaluate("(html) => LiveView.call('push_html', { html })", html));
        strict.evaluate("LiveView.call('push_text', { text: 'after it' })");
        assertThat(strict.evaluate("ran.join()")).isEqualTo("");
    }

    private static List<String> texts() throws IOException {
        try (InputStream file = HostileTextBrowserTests.class.getResourceAsStream("/xss.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .map(line -> ESCAPE.matcher(line)
                            .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                                    switch (found.group(1).charAt(0)) {
                                        case 'u' ->
                                            Character.toString(Integer.parseInt(
                                                    found.group(1).substring(1), 16));
                                        case 'n' -> "\n";
                                        case 'r' -> "\r";
                                        case 't' -> "\t";
                                        case '0' -> "\0";
                                        default -> "\\";
                                    })))
                    .toList();
        }
    }
}
