package io.github.liveview4j.dispatch;

import static io.github.liveview4j.dispatch.DispatcherFixture.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewHandler;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A page that was at another node in between may have made calls there, of which this one knows nothing. */
class WelcomedElsewhereTests {

    private static final Pattern NODE = Pattern.compile("\"node\":\"([^\"]+)\"");

    private final AtomicInteger runs = new AtomicInteger();
    private final DispatcherFixture one = new DispatcherFixture(new Handlers());
    private final DispatcherFixture other = new DispatcherFixture(new Handlers());

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        void count() {
            runs.incrementAndGet();
        }
    }

    private static String hello(String node) {
        return "{\"type\":\"hello\",\"page\":\"" + PAGE + "\",\"node\":\"" + node + "\"}";
    }

    private static String nodeOf(Browser browser) {
        Matcher node = NODE.matcher(browser.everything.get(0));
        assertThat(node.find()).isTrue();
        return node.group(1);
    }

    @Test
    void isResumedWhereItWasLast() {
        Browser first = one.socket().says(DispatcherFixture.HELLO);
        first.hangsUp();

        Browser back = one.socket().says(hello(nodeOf(first)));

        assertThat(back.everything.get(0)).contains("\"resumed\":true");
    }

    @Test
    void isNotResumedWhereItWasBeforeSoThatNoCallRunsTwice() {
        Browser first = one.socket().says(DispatcherFixture.HELLO).calls(1, "count");
        first.hangsUp();
        Browser second = other.socket().says(hello(nodeOf(first))).calls(2, "count");
        second.hangsUp();
        assertThat(runs).hasValue(2);

        Browser third = one.socket().says(hello(nodeOf(second)));

        // Told that it is not resumed, the page does not send the second call again.
        assertThat(third.everything.get(0)).contains("\"resumed\":false");
    }
}
