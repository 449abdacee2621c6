package io.github.liveview4j.test.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Objects;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveDocumentTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p id=t>a</p> | inner | <b>x</b> | <p id=\"t\"><b>x</b></p>",
                "<p id=t>a</p> | inner | '' | <p id=\"t\"></p>",
                "<p id=t>a</p> | outer | <p id=t class=c>b</p> | <p id=\"t\" class=\"c\">b</p>",
                "<p id=t>a</p> | outer | <i>b</i><i>c</i> | <i>b</i><i>c</i>",
                "<p id=t>a</p> | before | <i>b</i><i>c</i> | <i>b</i><i>c</i><p id=\"t\">a</p>",
                "<p id=t>a</p> | after | <i>b</i><i>c</i> | <p id=\"t\">a</p><i>b</i><i>c</i>",
                "<p id=t>a</p> | append | <i>b</i> | <p id=\"t\">a<i>b</i></p>",
                "<p id=t>a</p> | prepend | <i>b</i> | <p id=\"t\"><i>b</i>a</p>",
                "<p id=t>a</p><i></i> | remove | '' | <i></i>",
                "<div id=t><i id=a>1</i><i id=b>2</i></div> | append | <i id=a>3</i> | "
                        + "<div id=\"t\"><i id=\"b\">2</i><i id=\"a\">3</i></div>",
                "<div id=t><i id=a>1</i><i id=b>2</i></div> | prepend | <i id=b>3</i> | "
                        + "<div id=\"t\"><i id=\"b\">3</i><i id=\"a\">1</i></div>",
                "<select id=t><option>a</select> | append | <option>b</option> | "
                        + "<select id=\"t\"><option>a</option><option>b</option></select>",
                "<table><tbody id=t></table> | inner | <tr><td>a</td></tr> | "
                        + "<table><tbody id=\"t\"><tr><td>a</td></tr></tbody></table>",
                "<div id=t><i id=a>1</i><u><i id=b>2</i></u></div> | inner | <u><i id=a>3</i></u><i id=b>4</i> | "
                        + "<div id=\"t\"><u><i id=\"a\">3</i></u><i id=\"b\">4</i></div>",
                "<div id=t><p data-liveview-ignore>a</p></div> | inner | <p data-liveview-ignore>b</p> | "
                        + "<div id=\"t\"><p data-liveview-ignore>a</p></div>",
                "<div id=t><p data-liveview-ignore=style style=a class=a>a</p></div> | inner | "
                        + "<p data-liveview-ignore=style class=b>b</p> | "
                        + "<div id=\"t\"><p data-liveview-ignore=\"style\" style=\"a\" class=\"b\">b</p></div>",
            })
    void htmlIsPutIntoThePage(String before, String swap, String html, String after) {
        LiveDocument page = LiveDocument.of("<body>" + before + "</body>");

        page.swap(element(page, "#t"), swap, html, null);

        assertThat(page.document().body().html()).isEqualTo(after);
    }

    @Test
    void wayThatIsNone() {
        LiveDocument page = LiveDocument.of("<p id=t>");

        assertThatIllegalArgumentException().isThrownBy(() -> page.swap(element(page, "#t"), "swirl", "", null));
    }

    @Test
    void whatIsThereStaysTheSameElement() {
        LiveDocument page = LiveDocument.of("<div id=t><i id=a>1</i><i id=b>2</i><s>x</s></div>");
        Element a = element(page, "#a");
        Element s = element(page, "s");

        page.swap(element(page, "#t"), "inner", "<s>y</s><b>new</b><i id=b>2</i><u><i id=a>1</i></u>", null);

        assertThat(element(page, "#a")).isSameAs(a);
        assertThat(element(page, "s")).isSameAs(s);
        assertThat(s.text()).isEqualTo("y");
    }

    @Test
    void elementThatCallsOnceIsAnotherWithOtherData() {
        LiveDocument page = LiveDocument.of("<div id=t><p data-liveview-init=f data-data-n=1></p></div>");
        Element before = element(page, "p");

        page.swap(element(page, "#t"), "inner", "<p data-liveview-init=f data-data-n=1>same</p>", null);
        assertThat(element(page, "p")).isSameAs(before);

        page.swap(element(page, "#t"), "inner", "<p data-liveview-init=f data-data-n=2></p>", null);
        assertThat(element(page, "p")).isNotSameAs(before);
    }

    @Test
    void whatIsTypedStaysUntilACallHasCarriedIt() {
        LiveDocument page =
                LiveDocument.of("<form id=t><input name=a value=1><select name=s><option>x<option>y</select></form>");
        Element field = element(page, "input");
        page.fields().value(field, "typed");
        page.fields().select(element(page, "select"), java.util.List.of("y"));

        page.swap(
                element(page, "#t"), "inner", "<input name=a value=1><select name=s><option>x<option>y</select>", null);
        assertThat(page.fields().value(field)).isEqualTo("typed");
        assertThat(page.fields().value(element(page, "select"))).isEqualTo("y");

        Object call = new Object();
        page.claims().carry(call, field, true);
        page.swap(
                element(page, "#t"),
                "inner",
                "<input name=a value=others><select name=s><option>x<option>y</select>",
                null);
        assertThat(page.fields().value(field)).as("while it is under way").isEqualTo("typed");

        page.claims().answer(call);
        page.swap(
                element(page, "#t"), "inner", "<input name=a value=2><select name=s><option>x<option>y</select>", call);
        page.claims().end(call);
        assertThat(page.fields().value(field)).isEqualTo("2");
        assertThat(page.fields().value(element(page, "select"))).isEqualTo("x");
    }

    @Test
    void whatWasToldByTheWayIsDecidedInTheAnswerAndNotLater() {
        LiveDocument page = LiveDocument.of("<form id=t><input name=a></form>");
        Element field = element(page, "input");
        page.fields().value(field, "typed");
        Object call = new Object();
        page.claims().carry(call, field, false);
        page.claims().answer(call);

        page.swap(element(page, "#t"), "inner", "<input name=a>", null);
        assertThat(page.fields().value(field)).as("in another update").isEqualTo("typed");

        page.swap(element(page, "#t"), "inner", "<input name=a>", call);
        assertThat(page.fields().value(field)).as("in the answer").isEmpty();
    }

    @Test
    void whatIsTypedAfterwardsIsTheUsersAgain() {
        LiveDocument page = LiveDocument.of("<form id=t><input name=a></form>");
        Element field = element(page, "input");
        page.fields().value(field, "first");
        Object call = new Object();
        page.claims().carry(call, field, true);
        page.fields().value(field, "second");

        page.claims().answer(call);
        page.swap(element(page, "#t"), "inner", "<input name=a>", call);

        assertThat(page.fields().value(field)).isEqualTo("second");
    }

    @Test
    void pageTakesOverAnother() {
        LiveDocument page = LiveDocument.of("<title>a</title><body><p id=a>1</p><input name=n></body>");
        page.fields().value(element(page, "input"), "typed");

        page.takeOver("<title>b</title><body><p id=a>2</p><input name=n></body>");

        assertThat(page.document().title()).isEqualTo("b");
        assertThat(element(page, "#a").text()).isEqualTo("2");
        assertThat(page.fields().value(element(page, "input"))).isEqualTo("typed");
    }

    private static Element element(LiveDocument page, String selector) {
        return Objects.requireNonNull(page.find(selector));
    }
}
