package io.github.liveview4j.spring.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewPage;
import io.github.liveview4j.room.Bearer;
import io.github.liveview4j.room.HistoryLimits;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import io.github.liveview4j.spring.page.PageRequests;
import io.github.liveview4j.spring.page.PageWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What {@code <liveview:script/>} becomes. */
class ScriptTagTests {

    private static final String MINIFIED = "liveview.min.js";

    private final Templates templates = new Templates();

    private static String hash(String name) throws IOException, NoSuchAlgorithmException {
        byte[] content = new ClassPathResource("META-INF/resources/liveview/" + name).getContentAsByteArray();
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                .substring(0, 12);
    }

    private static String tag(String path, String attributes) throws IOException, NoSuchAlgorithmException {
        return "<script src=\"" + path + "?v=" + hash(path.substring(path.lastIndexOf('/') + 1)) + "\" defer"
                + attributes + "></script>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<liveview:script/>",
                "<liveview:script />",
                "<liveview:script></liveview:script>",
                "<liveview-script></liveview-script>",
                "<LIVEVIEW:SCRIPT/>"
            })
    void theElementBecomesAScriptWithTheHashOfItsContent(String element) throws Exception {
        String script = tag("/liveview/" + MINIFIED, "");

        assertThat(templates.render("<head>" + element + "<meta></head>"))
                .isEqualTo("<head>" + script + "<meta></head>");
    }

    @Test
    void anElementThatIsNotClosedTakesNothingWithIt() throws Exception {
        assertThat(templates.render("<html><head><liveview:script><meta></head><body>a</body></html>"))
                .isEqualTo("<html><head>" + tag("/liveview/" + MINIFIED, "") + "<meta></head><body>a</body></html>");
        assertThat(templates.render("<liveview:script lv:nonce=\"x\"><i></i></liveview:script>"))
                .isEqualTo(tag("/liveview/" + MINIFIED, " nonce=\"x\"") + "<i></i>");
    }

    @Test
    void theContextPathIsThatOfTheRequest() throws Exception {
        assertThat(templates.render("<liveview:script/>", Map.of(), Templates.request("/shop")))
                .isEqualTo(tag("/shop/liveview/" + MINIFIED, ""));
    }

    @Test
    void theReadableFileHasAHashOfItsOwn() throws Exception {
        assertThat(templates.render("<liveview:script minified=\"false\"/>"))
                .isEqualTo(tag("/liveview/liveview.js", ""));
        assertThat(templates.render(
                        "<liveview:script th:minified=\"${dev} ? 'false' : 'true'\"/>", Map.of("dev", false)))
                .isEqualTo(tag("/liveview/" + MINIFIED, ""));
        assertThat(hash(MINIFIED)).isNotEqualTo(hash("liveview.js"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonce=\"r4nd\"                | nonce=\"r4nd\"",
                "th:nonce=\"${nonce}\"         | nonce=\"r4nd\"",
                "th:attr=\"nonce=${nonce}\"    | nonce=\"r4nd\"",
                "lv:nonce=\"${nonce}\"         | nonce=\"r4nd\"",
                "data-lv-nonce=\"${nonce}\"    | nonce=\"r4nd\"",
                "lv:nonce=\"${null}\"          | ``",
                "id=\"live\" data-retry-max=9  | id=\"live\" data-retry-max=\"9\"",
                "th:data-host=\"${quote}\"     | data-host=\"&quot;&gt;\"",
                "data-host=\"a&amp;b\"         | data-host=\"a&amp;b\"",
                "crossorigin                   | crossorigin",
            })
    void otherAttributesAreCarriedOver(String attribute, String carried) throws Exception {
        String html = templates.render("<liveview:script " + attribute + "/>", Map.of("nonce", "r4nd", "quote", "\">"));

        assertThat(html).isEqualTo(tag("/liveview/" + MINIFIED, carried.isEmpty() ? "" : " " + carried));
    }

    @Test
    void conditionsAndLocalVariablesHoldForTheElement() {
        assertThat(templates.render("<liveview:script th:if=\"${false}\"/>")).isEmpty();
        assertThat(templates.render("<liveview:script th:with=\"a=${'b'}\" th:id=\"${a}\"/>"))
                .contains(" id=\"b\"");
    }

    /** The client connects to what stands before its folder, and /ws/liveview; it has to be told of anything else. */
    @ParameterizedTest
    @CsvSource({
        "'',    /ws/liveview,     '',      ''",
        "/shop, /ws/liveview,     '',      ''",
        "'',    /live,            '',      /live",
        "/shop, /live,            '',      /shop/live",
        "/shop, /app/ws/liveview, /app,    /shop/app/ws/liveview",
        "/shop, /ws/liveview,     /assets, /shop/ws/liveview",
        "'',    /ws/liveview,     /assets, /ws/liveview"
    })
    void theClientIsToldWhereToConnectUnlessItKnows(
            String contextPath, String endpoint, String resources, String dataPath) throws Exception {
        Templates configured = new Templates(endpoint, resources);

        assertThat(configured.render("<liveview:script/>", Map.of(), Templates.request(contextPath)))
                .isEqualTo(tag(
                        contextPath + resources + "/liveview/" + MINIFIED,
                        dataPath.isEmpty() ? "" : " data-path=\"" + dataPath + "\""));
    }

    /** Of a bundle's address nobody knows where the application is. */
    @ParameterizedTest
    @CsvSource({"'', /ws/liveview, /ws/liveview", "/shop, /ws/liveview, /shop/ws/liveview", "/shop, /live, /shop/live"})
    void aBundleOfTheApplicationIsMarkedAndToldWhereToConnect(String contextPath, String endpoint, String dataPath) {
        Templates configured = new Templates(endpoint, "");

        assertThat(configured.render(
                        "<liveview:script th:src=\"@{/app.js?a=1&b=2}\" type=\"module\"/>",
                        Map.of(),
                        Templates.request(contextPath)))
                .isEqualTo("<script src=\"" + contextPath + "/app.js?a=1&amp;b=2\" defer data-liveview data-path=\""
                        + dataPath + "\" type=\"module\"></script>");
        assertThat(configured.render("<liveview:script SRC=\"/app.js\" minified=\"false\"/>"))
                .startsWith("<script src=\"/app.js\" defer data-liveview data-path=");
    }

    @Test
    void theBundleOfTheGuide() throws IOException {
        String page = new ClassPathResource("templates/pages/bundle.html").getContentAsString(StandardCharsets.UTF_8);

        assertThat(templates.render(page, Map.of(), Templates.request("/shop")))
                .contains("  <script src=\"/shop/assets/app.js\" defer data-liveview "
                        + "data-path=\"/shop/ws/liveview\" type=\"module\"></script>\n");
    }

    @Test
    void aBundleOfTheApplicationCarriesWhatThePageSays() {
        String html = templates.render("<liveview:script src=\"/app.js\"/>", Map.of(), ofController("a"));

        assertThat(html)
                .startsWith("<script src=\"/app.js\" defer data-liveview data-path=\"/ws/liveview\" data-position=\""
                        + log.position() + "\" data-token=\"");
    }

    @Test
    void aPathOnTheElementWins() {
        Templates configured = new Templates("/live", "");

        assertThat(configured.render("<liveview:script data-path=\"/mine\"/>"))
                .contains("data-path=\"/mine\"")
                .doesNotContain("/live\"");
    }

    private final RoomLog log = new RoomLog(
            new LiveViewSessionRegistry(), (audience, parcel) -> {}, updates -> List.of(), HistoryLimits.DEFAULTS);

    /** A request as a controller gets it. */
    private MockHttpServletRequest ofController(String... rooms) {
        MockHttpServletRequest request = Templates.request("");
        new PageRequests(() -> log).preHandle(request, new MockHttpServletResponse(), this);
        LiveViewPage page = (LiveViewPage) request.getAttribute(PageWords.ATTRIBUTE);
        List.of(rooms).forEach(page::join);
        return request;
    }

    @Test
    void thePageSaysWhereItStands() throws Exception {
        assertThat(templates
                        .render("<liveview:script/>", Map.of(), ofController())
                        .replaceFirst(" data-token=\"[^\"]+\"", ""))
                .isEqualTo(tag("/liveview/" + MINIFIED, " data-position=\"" + log.position() + "\""));
    }

    @Test
    void thePageHasASignedWordForTheRoomsOfItsController() {
        MockHttpServletRequest request = ofController("b", "a");
        request.setUserPrincipal(() -> "a \"quoted\" name");

        String html = templates.render("<liveview:script/>", Map.of(), request);

        assertThat(html)
                .matches(
                        ".* defer data-position=\"" + log.position() + "\" data-token=\"[0-9A-Za-z_|@,-]+\"></script>");
        String token = html.replaceAll(".*data-token=\"|\"></script>", "");
        assertThat(Templates.TOKENS.readPageToken(token, new Bearer("a \"quoted\" name", null)))
                .satisfies(word -> assertThat(word.rooms()).containsExactlyInAnyOrder("a", "b"));
        assertThat(Templates.TOKENS.readPageToken(token, Bearer.NOBODY)).isNull();
    }

    @Test
    void thePageSaysWhichStaticResourcesItWasMadeFor() throws Exception {
        Templates withAssets = Templates.withAssets("a&b");

        assertThat(withAssets.render("<liveview:script/>"))
                .isEqualTo(tag("/liveview/" + MINIFIED, " data-assets=\"a&amp;b\""));
        assertThat(withAssets.render("<liveview:script/>", Map.of(), ofController("a")))
                .matches(".* data-position=\"[^\"]+\" data-token=\"[^\"]+\" data-assets=\"a&amp;b\"></script>");
        assertThat(withAssets.render("<liveview:script data-assets=\"mine\"/>"))
                .isEqualTo(tag("/liveview/" + MINIFIED, " data-assets=\"mine\""));
        assertThat(withAssets.render("<script th:attr=\"data-assets=${#liveview.assets()}\"></script>"))
                .isEqualTo("<script data-assets=\"a&amp;b\"></script>");
        assertThat(templates.render("<script th:attr=\"data-assets=${#liveview.assets()}\"></script>"))
                .isEqualTo("<script></script>");
    }

    @Test
    void whatStandsOnTheElementWinsOverWhatThePageWouldSay() {
        String html = templates.render(
                "<liveview:script data-position=\"e:1\" th:attr=\"data-token=${token}\"/>",
                Map.of("token", "\">"),
                ofController("a"));

        assertThat(html).contains(" data-position=\"e:1\" data-token=\"&quot;&gt;\"></script>");
    }

    @Test
    void aScriptThatIsWrittenByHandCanSayTheSame() {
        String script = "<script th:attr=\"data-position=${#liveview.position()},data-token=${#liveview.token()}\">"
                + "</script>";

        assertThat(templates.render(script, Map.of(), ofController("a")))
                .startsWith("<script data-position=\"" + log.position() + "\" data-token=\"");
        assertThat(templates.render(script)).isEqualTo("<script></script>");
    }
}
