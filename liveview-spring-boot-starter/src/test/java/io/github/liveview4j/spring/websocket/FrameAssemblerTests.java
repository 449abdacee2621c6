package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameAssemblerTests {

    private static final String SNAIL = "\uD83D\uDC0C";

    private final FrameAssembler frames = new FrameAssembler(10);

    @Test
    void frameInOnePartIsPassedOn() throws Exception {
        assertThat(frames.add("abc", true)).isEqualTo(utf8("abc"));
    }

    @Test
    void partsArePutTogether() throws Exception {
        assertThat(frames.add("ab", false)).isNull();
        assertThat(frames.add("", false)).isNull();
        assertThat(frames.add("cd", true)).isEqualTo(utf8("abcd"));
        assertThat(frames.add(ByteBuffer.wrap(utf8("x")), false)).isNull();
        assertThat(frames.add(ByteBuffer.wrap(utf8("y")), true)).isEqualTo(utf8("xy"));
    }

    @Test
    void characterThatIsSplitBetweenTwoPartsStaysWhole() throws Exception {
        assertThat(frames.add("a" + SNAIL.charAt(0), false)).isNull();
        assertThat(frames.add(SNAIL.charAt(1) + "b", true)).isEqualTo(utf8("a" + SNAIL + "b"));
    }

    @Test
    void limitIsInBytesAndTheNextFrameStartsAnew() throws Exception {
        assertThat(frames.add(SNAIL + SNAIL, false)).isNull();
        assertThatExceptionOfType(FrameAssembler.TooLarge.class).isThrownBy(() -> frames.add(SNAIL, true));
        assertThat(frames.add("0123456789", true)).isEqualTo(utf8("0123456789"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
