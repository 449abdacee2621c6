package io.github.liveview4j;

import static io.github.liveview4j.LiveViewMessage.element;
import static io.github.liveview4j.LiveViewMessage.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S5: text of a user in an address or an attribute runs nothing and leads nowhere else")
class HostileMessageTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "\t//evil.example",
                "/\n/evil.example",
                "/\r/evil.example",
                " //evil.example",
                "\u0000//evil.example",
                "\u001f//evil.example",
                "/a ",
                "/a\u0000",
                "/a\\b",
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "java\tscript:alert(1)",
                " javascript:alert(1)",
                "\u0001javascript:alert(1)",
                "javascript://%0aalert(1)",
                "vbscript:x",
                "data:text/html,x",
                "blob:http://a/b",
                "file:///etc/passwd",
                "about:blank",
                "mailto:a@b.example",
                "http:evil.example",
                "http:/evil.example",
                "http:\\\\evil.example",
                "http:///evil.example",
                "https:evil.example",
                "http://user@evil.example",
                "http://user:secret@evil.example/",
                "http://evil.example\\@good.example",
                "http://",
                "ht\ttp://evil.example",
                "view-source:http://a",
                "ftp://a/b",
                "ws://a/b"
            })
    void addressThatIsNoneOfThisSiteIsRefusedAndNotRepeated(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> page().redirect(address))
                .withMessageNotContaining("evil");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> page().url(address))
                .withMessageNotContaining("evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/a",
                "/a/b?c=d#e",
                "?page=2",
                "#top",
                "a/b",
                "../a",
                "",
                "/a?next=http://x.example//y",
                "/a?b=c:d\\e",
                "/search?q=ä ö",
                "/a:b",
                "./a:b"
            })
    void pathsAreTaken(String path) {
        assertThat(page().url(path).redirect(path).effects())
                .containsEntry("url", path)
                .containsEntry("redirect", path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/a b", "https://www.example.com", "HTTPS://www.example.com?a={b}"})
    void wholeAddressIsForARedirectOnly(String address) {
        assertThat(page().redirect(address).effects()).containsEntry("redirect", address);
        assertThatIllegalArgumentException().isThrownBy(() -> page().url(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "onclick",
                "ONCLICK",
                "onError",
                "onbeforetoggle",
                "onpointerrawupdate",
                "onanythingnew",
                "srcdoc",
                "SrcDoc"
            })
    void attributeThatHoldsCodeIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> element("#a").attribute(name, "alert(1)"))
                .withMessageContaining("LiveViewMessage.event")
                .withMessageNotContaining("alert");
        // What has such an attribute may lose it.
        assertThat(element("#a").attribute(name, null).effects()).containsKey("attributes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a=b", "a>b", "a/b", "a\"b", "a'b", "a\nb", "a\u0000b"})
    void attributeWithoutANameIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> element("#a").attribute(name, "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "\u0000javascript:alert(1)",
                "\u001f\u0001 javascript:alert(1)",
                "java\tscript:alert(1)",
                "java\nscript:alert(1)",
                "j\ra\nv\tascript:alert(1)",
                "javascript\n:alert(1)",
                "vbscript:msgbox(1)",
                "data:text/html,<script>alert(1)</script>",
                "DATA:text/html;base64,PHNjcmlwdD4=",
                "data:image/svg+xml,<svg onload=alert(1)>",
                "data:,x"
            })
    void addressThatRunsIsRefusedInAnAttribute(String address) {
        for (String name : new String[] {
            "href", "HREF", "xlink:href", "src", "action", "formaction", "data", "poster", "to", "values"
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> element("#a").attribute(name, address))
                    .withMessageNotContaining("alert");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> element("#a").attribute("values", "#a;" + address));
    }

    @ParameterizedTest
    @CsvSource({
        "href, /a",
        "href, https://elsewhere.example/a?b=javascript:c",
        "href, mailto:ada@example.com",
        "src, data:image/png;base64,iVBORw0KGgo=",
        "title, javascript: a language",
        "value, data: what is given",
        "data-on, onclick",
        "data-data, javascript:x",
        "aria-label, on",
        "on-sale, yes",
        "@click, x",
        "action, /save",
        "disabled, ''"
    })
    void ordinaryAttributesAreTaken(String name, String value) {
        assertThat(element("#a").attribute(name, value).effects()).isNotEmpty();
    }

    @Test
    void idWithATextOfAUserSelectsNothingElse() {
        assertThat(LiveViewMessage.remove(Selectors.id("x, body")).target()).isEqualTo("#x\\,\\ body");
    }
}
