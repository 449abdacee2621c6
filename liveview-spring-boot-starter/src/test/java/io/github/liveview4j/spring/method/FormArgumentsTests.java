package io.github.liveview4j.spring.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.method.forms.FormsTest;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Forms as arguments: bound, validated and shown again as in a controller. */
@FormsTest
class FormArgumentsTests {

    private static final String VALID = "Order[name=Ada, email=ada@example.org, quantity=2, tags=[a, b], "
            + "address=Address[street=Main], items=[Item[article=tea, count=3], null, Item[article=salt, count=null]]]";

    @LocalServerPort
    private int port;

    private TestPage page;

    @BeforeEach
    void openAPage() {
        page = new TestBrowser(port, "").open("forms?name=Mallory&email=handshake@example.org");
    }

    @AfterEach
    void closeThePage() {
        page.close();
    }

    /** Names and values in turn. */
    private static List<List<String>> form(String... fields) {
        List<List<String>> form = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.add(List.of(fields[i], fields[i + 1]));
        }
        return form;
    }

    private String html(String function, List<List<String>> form, String... untouched) {
        return html(page.call(function, Map.of(), form, untouched));
    }

    private static String html(JsonNode reply) {
        assertThat(reply.path("error").isMissingNode()).as("%s", reply).isTrue();
        return reply.path("updates").path(0).path("html").asString("").strip();
    }

    private String text(String function, List<List<String>> form) {
        return html(function, form).replace("&#39;", "'").replace("&quot;", "\"");
    }

    @Test
    void aRecordIsBoundWithWhatIsInsideIt() {
        assertThat(text(
                        "order",
                        form(
                                "name",
                                "Ada",
                                "email",
                                "ada@example.org",
                                "quantity",
                                "2",
                                "tags",
                                "a",
                                "tags",
                                "b",
                                "address.street",
                                "Main",
                                "items[0].article",
                                "tea",
                                "items[0].count",
                                "3",
                                "items[2].article",
                                "salt",
                                "_csrf",
                                "token")))
                .isEqualTo(VALID);
    }

    @Test
    void nothingOfTheHandshakesQueryIsBound() {
        assertThat(text("order_unchecked", form("quantity", "2")))
                .isEqualTo("Order[name=null, email=null, quantity=2, tags=null, address=null, items=null]");
    }

    @Test
    void dataOfTheElementIsBoundTooAndWinsOverAField() {
        assertThat(html(page.call(
                        "order_unchecked", Map.of("quantity", 5, "name", "data"), form("quantity", "2", "email", "e"))))
                .isEqualTo("Order[name=data, email=e, quantity=5, tags=null, address=null, items=null]");
    }

    @Test
    void errorsAndRejectedValuesAreShownWithoutAnythingPutIntoTheMessage() {
        assertThat(html("order", form("name", "", "email", "nobody", "quantity", "0")))
                .isEqualTo("<form><input id=\"name\" name=\"name\" value=\"\" class=\"wrong\"><em>name is missing</em>"
                        + "<input id=\"email\" name=\"email\" value=\"nobody\"><em>e-mail is wrong</em>"
                        + "<input id=\"quantity\" name=\"quantity\" value=\"0\"><em>at least one</em></form>");
    }

    @Test
    void whatCannotBeConvertedIsShownAsItWasTyped() {
        assertThat(html("order", form("name", "Ada", "email", "ada@example.org", "quantity", "many")))
                .contains("<input id=\"quantity\" name=\"quantity\" value=\"many\"><em>")
                .contains("value=\"Ada\"");
    }

    @Test
    void templatesOfMessagesThatAreSentSeeTheModelToo() {
        page.begin("order_sent", Map.of(), form("name", "", "email", "x@example.org"));

        assertThat(page.nextUpdate()).contains("<em>name is missing</em>").contains("value=\"x@example.org\"");
        assertThat(page.reply().path("error").isMissingNode()).isTrue();
    }

    @Test
    void templatesOfMessagesThatComeLaterSeeTheModelToo() {
        assertThat(html("order_later", form("name", "", "email", "x@example.org")))
                .contains("<em>name is missing</em>")
                .contains("value=\"x@example.org\"");
    }

    @Test
    void anObjectThatAMessageBringsItselfWinsAndHasNoErrorsOfTheOther() {
        assertThat(html("order_with", form("name", "", "email", "nobody")))
                .contains("value=\"Own\"")
                .contains("value=\"own@example.org\"")
                .doesNotContain("<em>");
    }

    @Test
    void onlyErrorsOfFieldsWhereTheUserHasBeenAreShown() {
        String shown = html("order", form("name", "", "email", "nobody", "quantity", "0"), "name", "quantity");

        assertThat(shown)
                .contains("<input id=\"name\" name=\"name\" value=\"\"><input")
                .contains("value=\"nobody\"><em>e-mail is wrong</em>")
                .endsWith("<input id=\"quantity\" name=\"quantity\" value=\"0\"></form>");
    }

    @Test
    void theHandlerHasAllErrorsWhereverTheUserHasBeen() {
        assertThat(html("order_count", form("name", "", "email", "", "quantity", "0"), "name", "email", "quantity"))
                .isEqualTo("email,name,quantity");
    }

    @Test
    void whatIsTypedWhereItCannotBeConvertedIsShownWithoutItsErrorWhileUntouched() {
        assertThat(html("order", form("name", "", "email", "a@example.org", "quantity", "many"), "quantity"))
                .endsWith("<input id=\"quantity\" name=\"quantity\" value=\"many\"></form>");
    }

    @Test
    void anErrorOfTheWholeFormIsShownOnceNothingIsUntouched() {
        List<List<String>> form = form("name", "Ada", "email", "a@example.org", "quantity", "13");

        assertThat(html("order", form, "email")).doesNotContain("not thirteen");
        assertThat(html("order", form)).contains("<strong>not thirteen</strong>");
    }

    @Test
    void withoutABindingResultTheHandlerIsNotRunAndThePageGetsACode() {
        assertThat(page.call("order_strict", Map.of(), form("name", "")).path("error"))
                .hasToString("{\"code\":\"invalid\",\"function\":\"order_strict\"}");
    }

    @Test
    void resolversOfTheApplicationSeeTheException() {
        assertThat(page.call("order_told", Map.of(), form("name", ""))
                        .path("error")
                        .path("code")
                        .asString(""))
                .isEqualTo("refused_2");
    }

    @Test
    void aClassIsBoundByItsSettersWithTheMarkersOfCheckboxes() {
        assertThat(text("profile", form("nick", "ada", "_shown", "on", "lines[1].text", "b")))
                .isEqualTo("ada shown=false admin=false lines=[, b] friend=none");
        assertThat(text("profile", form("_shown", "on", "shown", "true")))
                .isEqualTo("unset shown=true admin=false lines=[] friend=none");
    }

    @Test
    void formsAreInTheModelByTheirNamesAndWhatIsAddedIsSeenByTemplates() {
        assertThat(text("order_named", form("nick", "ada")))
                .isEqualTo("[order, org.springframework.validation.BindingResult.order]");
        assertThat(text("noted", form())).isEqualTo("<p>from the model</p>");
    }

    @Test
    void bindersAreInitializedByAdviceAndByTheClassItself() {
        assertThat(text("trimmed", form("nick", " ada"))).isEqualTo("ada| ada");
        assertThat(text("own_binder", form("nick", "ada"))).isEqualTo("ADA");
    }
}
