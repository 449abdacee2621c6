package io.github.liveview4j.test;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an assertion waits for. For any thread. */
final class Awaited {

    private Awaited() {}

    /**
     * How things are, in place of how they should be.
     *
     * @param message what was expected, what is there
     * @param actual for comparison, or {@code null}
     * @param expected for comparison, or {@code null}
     */
    record Mismatch(
            String message,
            @Nullable Object actual,
            @Nullable Object expected) {

        Mismatch(String message) {
            this(message, null, null);
        }
    }

    /**
     * Waits until something is so.
     *
     * @param check made with the lock of the page; {@code null} where it is so
     * @return {@code null} where it has become so in time
     */
    static @Nullable Mismatch await(LivePage page, Supplier<@Nullable Mismatch> check) {
        Mismatch[] last = new Mismatch[1];
        long start = System.nanoTime();
        boolean holds = page.awaitWhileOpen(() -> {
            last[0] = check.get();
            return last[0] == null;
        });
        page.guard();
        if (holds) {
            return null;
        }
        Mismatch mismatch = last[0];
        return new Mismatch(
                mismatch.message() + page.locked(() -> circumstances(page, start)),
                mismatch.actual(),
                mismatch.expected());
    }

    private static String circumstances(LivePage page, long start) {
        StringBuilder text = new StringBuilder("\nafter ")
                .append((System.nanoTime() - start) / 1_000_000)
                .append(" ms on the page ")
                .append(page.url());
        if (page.destination() != null) {
            text.append(", which has been left for ").append(page.destination().url());
        } else if (!page.isConnected()) {
            text.append(", which has no connection");
        }
        List<PageFailure> failures = page.report().failures();
        if (!failures.isEmpty()) {
            text.append("\nThe page was told of errors: ").append(failures);
        }
        return text.toString();
    }
}
