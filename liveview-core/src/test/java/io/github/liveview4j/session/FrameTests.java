package io.github.liveview4j.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** RFC 6455, 5.2, by its own examples and the two borders. */
    @ParameterizedTest
    @CsvSource({
        "0, 8100",
        "125, 817d",
        "126, 817e007e",
        "256, 817e0100",
        "65535, 817effff",
        "65536, 817f0000000000010000",
        "200000, 817f0000000000030d40"
    })
    void isFramedAsOneTextWithoutAMask(int length, String header) {
        byte[] utf8 = new byte[length];
        Arrays.fill(utf8, (byte) 'x');

        for (Frame frame : List.of(Frame.of(utf8), Frame.shared(utf8))) {
            byte[] whole = bytes(frame.framed());
            int start = header.length() / 2;
            assertThat(HexFormat.of().formatHex(whole, 0, start)).isEqualTo(header);
            assertThat(Arrays.copyOfRange(whole, start, whole.length)).isEqualTo(utf8);
            assertThat(bytes(frame.binary())).isEqualTo(utf8);
        }
    }

    @Test
    void sharedIsFramedOnceForAllOutsideTheHeap() {
        Frame frame = Frame.shared(UTF8);
        ByteBuffer first = frame.framed();
        first.position(first.limit());

        assertThat(first.isDirect()).isTrue();
        assertThatThrownBy(() -> first.put(0, (byte) 0)).isInstanceOf(ReadOnlyBufferException.class);
        assertThat(frame.framed().remaining()).isEqualTo(UTF8.length + 2);
        assertThat(Frame.of(UTF8).framed().isDirect()).isFalse();
    }

    @Test
    void joinsObjectsIntoAnArray() {
        Frame a = Frame.of("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        Frame b = Frame.shared("{\"b\":\"ñ\"}".getBytes(StandardCharsets.UTF_8));

        Frame joined = Frame.joined(List.of(a, b), false);

        assertThat(joined.text()).isEqualTo("[{\"a\":1},{\"b\":\"ñ\"}]");
        assertThat(joined.size()).isEqualTo(joined.utf8().length);
        assertThat(joined.parts()).containsExactly(a, b);
        assertThat(joined.coverage()).isNull();
        assertThat(joined.isShared()).isFalse();
        assertThat(Frame.joined(List.of(a, b), true).isShared()).isTrue();
    }

    @Test
    void hasNoPartsUnlessItWasJoined() {
        assertThat(Frame.of(UTF8).parts()).isEmpty();
        assertThat(Frame.shared(UTF8).parts()).isEmpty();
    }

    @Test
    void ofOneBrowserIsTheSameButForItsBuffer() {
        Frame update = new RoomScript().replace("a", "p", "1");

        Frame one = update.forOne();

        assertThat(update.isShared()).isTrue();
        assertThat(one.isShared()).isFalse();
        assertThat(one.binary().isDirect()).isFalse();
        assertThat(one.utf8()).isSameAs(update.utf8());
        assertThat(one.coverage()).isNotNull().isSameAs(update.coverage());
        assertThat(one.forOne()).isSameAs(one);
    }

    @Test
    void ofOneBrowserIsStillJoinedOfTheSameParts() {
        Frame joined = Frame.joined(List.of(Frame.of(UTF8), Frame.of(UTF8)), true);

        assertThat(joined.forOne().parts()).isEqualTo(joined.parts());
    }

    @Test
    void coversNothingUnlessItSaysSo() {
        assertThat(Frame.of(UTF8).coverage()).isNull();
        assertThat(Frame.shared(UTF8).coverage()).isNull();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
