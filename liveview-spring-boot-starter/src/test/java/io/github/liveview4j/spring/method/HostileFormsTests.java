package io.github.liveview4j.spring.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.method.forms.FormsTest;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a browser can send that no form has: none of it sets anything that the class does not offer. */
@FormsTest
class HostileFormsTests {

    private static final String PROFILE = "unset shown=true admin=false lines=[] friend=none";
    private static final String ORDER =
            "Order[name=null, email=null, quantity=null, tags=null, address=null, items=null]";

    @LocalServerPort
    private int port;

    private TestPage page;

    @BeforeEach
    void openAPageWithHeadersOfTheNamesOfFields() {
        page = new TestBrowser(port, "").open("forms?nick=query&name=query", "nick", "header", "name", "header");
    }

    @AfterEach
    void closeThePage() {
        page.close();
    }

    private JsonNode reply(String function, String... names) {
        return page.call(
                function,
                Map.of(),
                Stream.of(names).map(name -> List.of(name, "7")).toList());
    }

    private static String text(JsonNode reply) {
        return reply.path("updates").path(0).path("html").asString("").strip();
    }

    private static String code(JsonNode reply) {
        return reply.path("error").path("code").asString("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class.module.classLoader.defaultAssertionStatus",
                "class.classLoader.URLs[0]",
                "class",
                "class.name",
                "friend.class.module.classLoader.defaultAssertionStatus",
                "admin",
                "_admin",
                "!admin",
                "_method",
                "_csrf",
                "profile",
                "order",
                "friend.admin",
                "nobody.knows[3].it",
                "lines.class",
                "hashCode",
                "",
                ".",
                "[",
                "[]",
                "[0]",
                "a[",
                "items[9",
                "a..b",
                "lines."
            })
    void namesThatNoFieldHasSetNothing(String name) {
        assertThat(text(reply("profile", name))
                        .replace("friend=unset shown=true admin=false lines=[] friend=none", "friend=none"))
                .isEqualTo(PROFILE);
        assertThat(text(reply("order_unchecked", name))).isEqualTo(ORDER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lines[10000].text",
                "lines[256].text",
                "lines[x].text",
                "lines[99999999999].text",
                "friend.lines[10000].text",
                "class['module']['classLoader']"
            })
    void indicesThatAListCannotHaveFailTheCallAndNothingElse(String name) {
        assertThat(code(reply("profile", name))).isEqualTo("invalid");
        assertThat(text(reply("profile"))).isEqualTo(PROFILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "items[10000].article",
                "items[256].article",
                "items[x].article",
                "items[99999999999].article",
                "items[",
                "items[].article"
            })
    void soItIsForARecord(String name) {
        assertThat(code(reply("order_unchecked", name))).isEqualTo("invalid");
        assertThat(text(reply("order_unchecked"))).isEqualTo(ORDER);
    }

    @Test
    void asManyFieldsAsAFrameHoldsFillNoMoreThanAListMayHave() {
        String[] names = IntStream.range(0, 900)
                .mapToObj(i -> "items[" + i + "].article")
                .toArray(String[]::new);

        assertThat(code(reply("order_unchecked", names))).isEqualTo("invalid");
    }

    @Test
    void deepNestingEndsSomewhere() {
        assertThat(text(reply("profile", "friend.friend.nick"))).contains("friend=7 ");
        assertThat(text(reply("profile", "friend.".repeat(5000) + "nick"))).isEqualTo(PROFILE);
        assertThat(text(reply("nested", "child.".repeat(8) + "text"))).contains("child=null, text=7]");
        assertThat(text(reply("nested", "child.".repeat(5000) + "text"))).isEqualTo("Nested[child=null, text=null]");
        assertThat(text(reply("nested", "children[0].".repeat(3000) + "text")))
                .isEqualTo("Nested[child=null, text=null]");
    }

    @Test
    void aRuleThatBelongsToAnotherClassIsNotReachedByTheNameOfTheForm() {
        // Spring MVC would make the object of this text, where there is a constructor or a converter for it.
        assertThat(text(page.call("profile", Map.of("profile", "7"), List.of())))
                .isEqualTo(PROFILE);
        assertThat(text(page.call("code", Map.of("code", "SECRET"), List.of()))).isEqualTo("Code[value=null]");
    }
}
