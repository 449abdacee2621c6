package io.github.liveview4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Talks to the codec in text. */
final class CodecFixture {

    private static final MessageCodec codec = new JacksonMessageCodec();

    private CodecFixture() {}

    static List<ClientEvent> decode(Dialect dialect, String frame) {
        return decode(dialect, frame.getBytes(StandardCharsets.UTF_8));
    }

    static List<ClientEvent> decode(Dialect dialect, byte[] frame) {
        return codec.decode(dialect, frame);
    }

    static ClientEvent one(Dialect dialect, String frame) {
        List<ClientEvent> events = decode(dialect, frame);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    static ClientEvent.Call call(Dialect dialect, String frame) {
        ClientEvent event = one(dialect, frame);
        assertThat(event).isInstanceOf(ClientEvent.Call.class);
        return (ClientEvent.Call) event;
    }

    static List<String> encode(Dialect dialect, ServerEvent event) {
        return codec.encode(dialect, event).stream()
                .map(frame -> new String(frame, StandardCharsets.UTF_8))
                .toList();
    }
}
