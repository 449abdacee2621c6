package io.github.liveview4j.test;

import io.github.liveview4j.test.Awaited.Mismatch;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a DOM event that the server has sent. Each waits as those of {@link TestPageAssert} do.
 *
 * <p>For one thread.
 */
public final class ReceivedEventAssert extends AbstractAssert<ReceivedEventAssert, TestPage> {

    private final String name;

    ReceivedEventAssert(TestPage page, String name) {
        super(page, ReceivedEventAssert.class);
        this.name = name;
    }

    ReceivedEventAssert isThere() {
        return awaited("Expected the event \"" + name + "\"", event -> true);
    }

    /**
     * Expects one whose detail is this.
     *
     * @param detail as JSON is read: maps, lists, texts, numbers, or {@code null}
     */
    public ReceivedEventAssert withDetail(@Nullable Object detail) {
        return awaited(
                "Expected an event \"" + name + "\" with the detail\n  " + detail,
                event -> Objects.equals(event.detail(), detail));
    }

    /**
     * Expects one whose detail has an entry.
     *
     * @param key the entry's key
     * @param value its value, as JSON is read
     */
    public ReceivedEventAssert withDetail(String key, @Nullable Object value) {
        return awaited(
                "Expected an event \"" + name + "\" with " + key + "=" + value + " in its detail",
                event -> event.detail() instanceof Map<?, ?> map
                        && map.containsKey(key)
                        && Objects.equals(map.get(key), value));
    }

    /** Expects one that was sent to the element of a selector. */
    public ReceivedEventAssert on(String selector) {
        return awaited("Expected an event \"" + name + "\" on " + selector, event -> selector.equals(event.target()));
    }

    private ReceivedEventAssert awaited(String expectation, Predicate<PageEvent> condition) {
        LivePage page = actual.live();
        Mismatch mismatch = Awaited.await(page, () -> {
            List<PageEvent> all = page.report().events();
            return all.stream().filter(one -> one.name().equals(name)).anyMatch(condition)
                    ? null
                    : new Mismatch(expectation + ", got " + (all.isEmpty() ? "none" : all));
        });
        if (mismatch != null) {
            failWithMessage("%s", mismatch.message());
        }
        return this;
    }
}
