package io.github.liveview4j.test.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormDataTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<input name=a value=1> | a=1",
                "<input value=1> | ''",
                "<input name=a disabled value=1> | ''",
                "<input type=checkbox name=a> | ''",
                "<input type=checkbox name=a checked> | a=on",
                "<input type=radio name=a value=x checked><input type=radio name=a value=y> | a=x",
                "<textarea name=a>1 2</textarea> | a=1 2",
                "<select name=a><option>x<option>y</select> | a=x",
                "<select name=a><option disabled>x<option>y</select> | a=y",
                "<select name=a><option selected>x<option selected>y</select> | a=y",
                "<select name=a multiple><option selected>x<option selected>y</select> | a=x a=y",
                "<select name=a multiple><option>x</select> | ''",
                "<select name=a><optgroup disabled><option selected>x</optgroup></select> | ''",
                "<fieldset disabled><input name=a></fieldset> | ''",
                "<fieldset disabled><legend><input name=a></legend><input name=b></fieldset> | a=",
                "<fieldset disabled><legend></legend><legend><input name=a></legend></fieldset> | ''",
                "<button name=a value=1>x</button> | ''",
                "<button id=pressed name=a value=1>x</button><button name=b>y</button> | a=1",
                "<input id=pressed type=submit name=a value=1> | a=1",
                "<input type=reset name=a value=1><input type=button name=b value=1> | ''",
                "<input type=file name=a> | ''",
                "<datalist><input name=a></datalist> | ''",
                "<input name=a value=1><input name=a value=2> | a=1 a=2",
                "<input name=a form=other value=1> | ''",
            })
    void formIsSentAsABrowserSendsIt(String inside, String sent) {
        LiveDocument page = LiveDocument.of("<form id=f>" + inside + "</form><form id=other></form>");

        assertThat(sent(page, "#f")).isEqualTo(sent);
    }

    @Test
    void fieldElsewhereBelongsToTheFormThatItNames() {
        LiveDocument page = LiveDocument.of("<form id=f><input name=a value=1></form><input name=b value=2 form=f>");

        assertThat(sent(page, "#f")).isEqualTo("a=1 b=2");
        assertThat(sent(page, "[name=b]")).isEqualTo("a=1 b=2");
    }

    @Test
    void fieldWithoutAFormIsSentAlone() {
        LiveDocument page = LiveDocument.of("<input name=a value=1><input name=b value=2>");

        assertThat(sent(page, "[name=b]")).isEqualTo("b=2");
        assertThat(sent(page, "body")).isEmpty();
    }

    @Test
    void whatSomebodyHasDoneCountsAndNotTheHtml() {
        LiveDocument page =
                LiveDocument.of("<form id=f><input name=a value=1><select name=b><option>x<option>y</select>"
                        + "<input type=radio name=c value=1 checked><input id=c2 type=radio name=c value=2></form>");
        page.fields().value(element(page, "[name=a]"), "2");
        page.fields().select(element(page, "select"), List.of("y"));
        page.fields().check(element(page, "#c2"), true);

        assertThat(sent(page, "#f")).isEqualTo("a=2 b=y c=2");

        FormData.elements(element(page, "#f")).forEach(page.fields()::reset);
        assertThat(sent(page, "#f")).isEqualTo("a=1 b=x c=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<input id=x required> | is required and empty",
                "<input id=x required value=a> | ''",
                "<input id=x required disabled> | ''",
                "<input id=x required type=hidden> | ''",
                "<input id=x type=checkbox required> | is required and not ticked",
                "<input id=x type=radio name=r required><input type=radio name=r checked> | ''",
                "<select id=x required><option value=''>Choose</select> | is required and empty",
                "<textarea id=x required></textarea> | is required and empty",
                "<input id=x type=email value=a> | expects an e-mail address, got \"a\"",
                "<input id=x type=email value=a@b.org> | ''",
                "<input id=x pattern='[a-z]+' value=A1> | expects the pattern [a-z]+, got \"A1\"",
                "<input id=x pattern='[' value=A1> | ''",
                "<input id=x minlength=3 value=ab> | expects at least 3 characters, got 2",
                "<input id=x maxlength=1 value=ab> | expects at most 1 characters, got 2",
                "<input id=x type=number value=x> | expects a number, got \"x\"",
                "<input id=x type=number min=1 value=0> | expects at least 1, got 0",
                "<input id=x type=number max=1 value=2> | expects at most 1, got 2",
                "<input id=x type=number max=1 value=1> | ''",
            })
    void fieldThatIsNotAsDemandedKeepsTheFormBack(String field, String problem) {
        LiveDocument page = LiveDocument.of("<form id=f>" + field + "</form>");
        Element form = element(page, "#f");

        assertThat(Constraints.violation(form, null, page.fields()).orElse("")).endsWith(problem);
        assertThat(Constraints.violation(form, null, page.fields()).isPresent()).isEqualTo(!problem.isEmpty());
        form.attr("novalidate", true);
        assertThat(Constraints.violation(form, null, page.fields())).isEmpty();
    }

    @Test
    void valuesOfAnElementHaveTheirNamesInCamelCase() {
        Element element = element(
                LiveDocument.of("<p data-data-modal-id=1 data-modal-id=2 data-size=3 data-action=a data-controller=c "
                        + "data-liveview-function=f data-x-target=t class=n></p>"),
                "p");

        assertThat(Dataset.of(element)).hasToString("{modalId=1, size=3}");
    }

    private static String sent(LiveDocument page, String selector) {
        return String.join(
                " ",
                FormData.of(element(page, selector), page.find("#pressed"), page.fields()).stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .toList());
    }

    private static Element element(LiveDocument page, String selector) {
        return Objects.requireNonNull(page.find(selector));
    }
}
