package io.github.liveview4j.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameTests {

    private static final byte[] UTF8 = "{\"html\":\"año ✓\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void knowsItsSizeInBytes() {
        assertThat(Frame.of(UTF8).size()).isEqualTo(UTF8.length);
        assertThat(Frame.of(UTF8).isShared()).isFalse();
        assertThat(Frame.shared(UTF8).isShared()).isTrue();
        assertThat(Frame.of(UTF8).utf8()).isSameAs(UTF8);
    }

    @Test
    void decodesItsTextOnce() {
        Frame frame = Frame.shared(UTF8);

        assertThat(frame.text()).isEqualTo("{\"html\":\"año ✓\"}").isSameAs(frame.text());
    }

    @Test
    void ofOneBrowserIsReadFromTheHeap() {
        ByteBuffer buffer = Frame.of(UTF8).binary();

        assertThat(buffer.isDirect()).isFalse();
        assertThat(bytes(buffer)).isEqualTo(UTF8);
    }

    @Test
    void sharedLiesOutsideTheHeapAndCannotBeWrittenTo() {
        ByteBuffer buffer = Frame.shared(UTF8).binary();

        assertThat(buffer.isDirect()).isTrue();
        assertThatThrownBy(() -> buffer.put((byte) 0)).isInstanceOf(ReadOnlyBufferException.class);
        assertThat(bytes(buffer)).isEqualTo(UTF8);
    }

    @Test
    void sharedViewsDoNotDisturbOneAnother() {
        Frame frame = Frame.shared(UTF8);
        ByteBuffer first = frame.binary();
        first.position(3).limit(5);

        assertThat(bytes(frame.binary())).isEqualTo(UTF8);
        assertThat(first.remaining()).isEqualTo(2);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
