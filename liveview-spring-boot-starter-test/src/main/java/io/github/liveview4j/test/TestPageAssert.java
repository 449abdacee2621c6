package io.github.liveview4j.test;

import io.github.liveview4j.test.Awaited.Mismatch;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a {@link TestPage}, reached by AssertJ's own {@code assertThat(page)}.
 *
 * <p>Each waits until it holds, looking again whenever something has come from the server, and fails when the tester's timeout has
 * passed, or at once where nothing can come any more. Those that say that something is not look once. For one thread.
 */
public final class TestPageAssert extends AbstractAssert<TestPageAssert, TestPage> {

    TestPageAssert(TestPage page) {
        super(page, TestPageAssert.class);
    }

    /**
     * Goes on to one element.
     *
     * @param selector a CSS selector
     */
    public TestElementAssert element(String selector) {
        return actual.element(selector).assertThat();
    }

    /**
     * Goes on to all elements that match, of which there may be none.
     *
     * @param selector a CSS selector
     */
    public TestElementsAssert elements(String selector) {
        return new TestElementsAssert(actual, selector);
    }

    /**
     * Expects that the server has sent a DOM event, since the page was opened.
     *
     * @param event the event's name
     */
    public ReceivedEventAssert received(String event) {
        return new ReceivedEventAssert(actual, event).isThere();
    }

    /** Expects that the server has not sent a DOM event so far. */
    public TestPageAssert hasNotReceived(String event) {
        List<PageEvent> found =
                actual.events().stream().filter(one -> one.name().equals(event)).toList();
        if (!found.isEmpty()) {
            failWithMessage("Expected no event \"%s\", got %s", event, found);
        }
        return this;
    }

    /** Expects the page's title. */
    public TestPageAssert hasTitle(String title) {
        return becomes("the title", title, page -> page.document().document().title());
    }

    /** Expects the page's address, without the origin. */
    public TestPageAssert hasUrl(String url) {
        return becomes("the url", url, LivePage::url);
    }

    /** Expects that the page has gone somewhere: by a redirect, a link, or a form that the browser has sent itself. */
    public TestPageAssert isRedirectedTo(String url) {
        return becomes("to be redirected to", url, page -> {
            var destination = page.destination();
            return destination == null ? null : destination.url();
        });
    }

    /** Expects a text somewhere in the page. */
    public TestPageAssert containsText(String text) {
        return awaited(() -> {
            String all = actual.live().document().document().body().text();
            return all.contains(text)
                    ? null
                    : new Mismatch("Expected the text\n  " + text + "\nin the page, got\n  " + all);
        });
    }

    /** Expects a text to have been read out to people who listen to the page. */
    public TestPageAssert announced(String text) {
        return awaited(() -> {
            List<String> all = actual.live().report().announced();
            return all.contains(text) ? null : new Mismatch("Expected \"" + text + "\" to be read out, got " + all);
        });
    }

    /**
     * Expects that the page was told of an error.
     *
     * @param code a code of the application's own, such as a resolver answers with, or one of the library's, such as {@code failed}
     */
    public TestPageAssert failedWith(String code) {
        return awaited(() -> {
            List<PageFailure> all = actual.live().report().failures();
            return all.stream().anyMatch(one -> one.code().equals(code))
                    ? null
                    : new Mismatch("Expected an error with the code \"" + code + "\", got " + all);
        });
    }

    /** Expects {@link io.github.liveview4j.LiveViewMessage#error} with a text. */
    public TestPageAssert failedWithMessage(String message) {
        return awaited(() -> {
            List<PageFailure> all = actual.live().report().failures();
            return all.stream().anyMatch(one -> message.equals(one.message()))
                    ? null
                    : new Mismatch("Expected an error with the text \"" + message + "\", got " + all);
        });
    }

    /** Expects that the page was told of no error so far. */
    public TestPageAssert hasNoFailures() {
        if (!actual.failures().isEmpty()) {
            failWithMessage("Expected no errors, got %s", actual.failures());
        }
        return this;
    }

    /** Expects that nothing has looked like a mistake so far, see {@link TestPage#warnings()}. */
    public TestPageAssert hasNoWarnings() {
        if (!actual.warnings().isEmpty()) {
            failWithMessage("Expected no warnings, got\n  %s", String.join("\n  ", actual.warnings()));
        }
        return this;
    }

    /** Expects whom the server takes the page's user for. */
    public TestPageAssert hasUser(String name) {
        return becomes("the user", name, page -> {
            PageSocket socket = page.socket();
            return socket == null ? null : socket.user().orElse(null);
        });
    }

    private TestPageAssert becomes(String what, String expected, Function<LivePage, @Nullable String> found) {
        return awaited(() -> {
            String now = found.apply(actual.live());
            return Objects.equals(now, expected)
                    ? null
                    : new Mismatch("Expected " + what + "\n  " + expected + "\ngot\n  " + now, now, expected);
        });
    }

    private TestPageAssert awaited(Supplier<@Nullable Mismatch> check) {
        Mismatch mismatch = Awaited.await(actual.live(), check);
        if (mismatch != null) {
            throw failureWithActualExpected(mismatch.actual(), mismatch.expected(), "%s", mismatch.message());
        }
        return this;
    }
}
