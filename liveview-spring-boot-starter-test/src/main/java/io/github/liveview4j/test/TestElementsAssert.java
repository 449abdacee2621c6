package io.github.liveview4j.test;

import io.github.liveview4j.test.Awaited.Mismatch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about all elements of a {@link TestPage} that a selector matches. Each waits as those of {@link TestPageAssert} do.
 *
 * <p>For one thread.
 */
public final class TestElementsAssert extends AbstractAssert<TestElementsAssert, TestPage> {

    private final String selector;

    TestElementsAssert(TestPage page, String selector) {
        super(page, TestElementsAssert.class);
        this.selector = selector;
    }

    /** Expects so many. */
    public TestElementsAssert hasCount(int count) {
        return awaited(found -> found.size() == count
                ? null
                : new Mismatch(
                        "Expected " + count + " elements for \"" + selector + "\", got " + found.size() + listed(found),
                        found.size(),
                        count));
    }

    /** Expects the texts of all of them, in the order of the page. */
    public TestElementsAssert haveTexts(String... texts) {
        List<String> expected = Arrays.asList(texts);
        return awaited(found -> {
            List<String> now = found.stream().map(Element::text).toList();
            return now.equals(expected)
                    ? null
                    : new Mismatch(
                            "Expected the texts of \"" + selector + "\" to be\n  " + expected + "\ngot\n  " + now,
                            now,
                            expected);
        });
    }

    private static String listed(List<Element> found) {
        return found.stream().map(one -> "\n  " + one.outerHtml()).collect(Collectors.joining());
    }

    private interface Check {
        @Nullable
        Mismatch of(List<Element> found);
    }

    private TestElementsAssert awaited(Check check) {
        LivePage page = actual.live();
        Mismatch mismatch = Awaited.await(page, () -> check.of(Selection.of(page, selector)));
        if (mismatch != null) {
            throw failureWithActualExpected(mismatch.actual(), mismatch.expected(), "%s", mismatch.message());
        }
        return this;
    }
}
