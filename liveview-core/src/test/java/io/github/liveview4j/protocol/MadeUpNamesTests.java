package io.github.liveview4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Names of fields are the browser's: one that was never there before must not cost more than one that was. */
class MadeUpNamesTests {

    private static final int FRAMES = 2_000;

    private final JacksonMessageCodec codec = new JacksonMessageCodec();
    private int made;

    private static byte[] call(String field) {
        return ("{\"type\":\"call\",\"id\":1,\"function\":\"work\",\"data\":{\"" + field + "\":1}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** In bytes a frame, which unlike the time is the same on every machine. */
    private long allocated(boolean madeUp) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < FRAMES; i++) {
            codec.decode(Dialect.V2, call("field_" + (madeUp ? 1_000_000 + made++ : 1_000_000)));
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / FRAMES;
    }

    @Test
    void costWhatOthersDo() {
        allocated(false);
        long known = allocated(false);

        assertThat(allocated(true)).isLessThan(2 * known);
    }
}
