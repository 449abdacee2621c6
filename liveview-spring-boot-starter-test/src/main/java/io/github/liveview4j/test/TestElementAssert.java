package io.github.liveview4j.test;

import io.github.liveview4j.test.Awaited.Mismatch;
import io.github.liveview4j.test.html.Fields;
import io.github.liveview4j.test.html.FormData;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about one element of a {@link TestPage}. Each waits as those of {@link TestPageAssert} do, also for the element to be there.
 *
 * <p>For one thread.
 */
public final class TestElementAssert extends AbstractAssert<TestElementAssert, TestElement> {

    TestElementAssert(TestElement element) {
        super(element, TestElementAssert.class);
    }

    /** Expects the text, with white space as a browser shows it. */
    public TestElementAssert hasText(String text) {
        return becomes("the text", text, Element::text);
    }

    /** Expects the text to contain another one. */
    public TestElementAssert containsText(String text) {
        return is(
                "to contain the text \"" + text + "\"",
                element -> element.text().contains(text));
    }

    /** Expects the text not to contain another one; waits until it does not. */
    public TestElementAssert doesNotContainText(String text) {
        return is(
                "not to contain the text \"" + text + "\"",
                element -> !element.text().contains(text));
    }

    /** Expects what a field holds; of a select the value of the option that is chosen. */
    public TestElementAssert hasValue(String value) {
        return becomes("the value", value, element -> page().document().fields().value(element));
    }

    /** Expects an attribute to be there. */
    public TestElementAssert hasAttribute(String name) {
        return is("to have the attribute " + name, element -> element.hasAttr(name));
    }

    /** Expects the value of an attribute. */
    public TestElementAssert hasAttribute(String name, String value) {
        return becomes("the attribute " + name, value, element -> LoadedPage.attribute(element, name));
    }

    /** Expects an attribute to be absent. */
    public TestElementAssert doesNotHaveAttribute(String name) {
        return is("not to have the attribute " + name, element -> !element.hasAttr(name));
    }

    /** Expects a class. */
    public TestElementAssert hasClass(String name) {
        return is("to have the class " + name, element -> element.hasClass(name));
    }

    /** Expects a class to be absent. */
    public TestElementAssert doesNotHaveClass(String name) {
        return is("not to have the class " + name, element -> !element.hasClass(name));
    }

    /** Expects a field or button to be disabled, by itself or by what is around it. */
    public TestElementAssert isDisabled() {
        return is("to be disabled", FormData::isDisabled);
    }

    /** Expects a field or button to be enabled. */
    public TestElementAssert isEnabled() {
        return is("to be enabled", element -> !FormData.isDisabled(element));
    }

    /** Expects a checkbox or radio button to be ticked. */
    public TestElementAssert isChecked() {
        return is("to be ticked", this::isTicked);
    }

    /** Expects a checkbox or radio button not to be ticked. */
    public TestElementAssert isNotChecked() {
        return is("not to be ticked", element -> !isTicked(element));
    }

    /** Expects the element to have the focus, as far as the page or an update has given it. */
    public TestElementAssert isFocused() {
        return is("to have the focus", element -> page().updates().focused() == element);
    }

    /** Expects the inside of the element, whatever white space is between its tags. */
    public TestElementAssert hasHtml(String html) {
        return becomes("the html", normal(html), element -> normal(element.html()));
    }

    /** Expects exactly one element to match. */
    public TestElementAssert exists() {
        return is("to be there", element -> true);
    }

    /** Expects no element to match; waits until none does. */
    public TestElementAssert doesNotExist() {
        return awaited(() -> {
            List<Element> found = actual.all();
            return found.isEmpty()
                    ? null
                    : new Mismatch("Expected no element for \"" + actual.selector() + "\", got\n  "
                            + found.get(0).outerHtml());
        });
    }

    private boolean isTicked(Element element) {
        return Fields.isCheckable(element) && page().document().fields().isChecked(element);
    }

    private LivePage page() {
        return actual.page();
    }

    private TestElementAssert is(String what, Predicate<Element> condition) {
        return ofOne(element -> condition.test(element)
                ? null
                : new Mismatch("Expected " + actual.selector() + " " + what + ", got\n  " + element.outerHtml()));
    }

    private TestElementAssert becomes(String what, String expected, Function<Element, @Nullable String> found) {
        return ofOne(element -> {
            String now = found.apply(element);
            return Objects.equals(now, expected)
                    ? null
                    : new Mismatch(
                            "Expected " + what + " of " + actual.selector() + " to be\n  " + expected + "\ngot\n  "
                                    + now + "\nof\n  " + element.outerHtml(),
                            now,
                            expected);
        });
    }

    private TestElementAssert ofOne(Function<Element, @Nullable Mismatch> check) {
        return awaited(() -> {
            List<Element> found = actual.all();
            return found.size() == 1
                    ? check.apply(found.get(0))
                    : new Mismatch(Selection.problem(page(), actual.selector(), found));
        });
    }

    private TestElementAssert awaited(Supplier<@Nullable Mismatch> check) {
        Mismatch mismatch = Awaited.await(page(), check);
        if (mismatch != null) {
            throw failureWithActualExpected(mismatch.actual(), mismatch.expected(), "%s", mismatch.message());
        }
        return this;
    }

    private static String normal(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document.body()
                .html()
                .replaceAll("\\s+", " ")
                .replaceAll("> <", "><")
                .strip();
    }
}
