package io.github.liveview4j.protocol;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The wire in JSON, by Jackson, with a mapper of its own.
 *
 * <p>Limits are the parser's: depth 32, 64 KiB a string, 4,096 tokens, no duplicate keys, nothing after the value. Values
 * of events (the {@code detail} of a DOM event) are written with Jackson's defaults. For any thread.
 */
public final class JacksonMessageCodec implements MessageCodec {

    private static final int MAX_TEXT = 64 * 1024;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_TOKENS = 4096;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .maxNameLength(1024)
                            .maxNumberLength(32)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // Jackson's table of names is shared, and copied for every new one: names that a stranger makes up
                    // would cost 280 KB and seventeen times the time a frame. Without it a frame takes a tenth longer.
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final TypeReference<List<Map<String, Object>>> UPDATES = new TypeReference<>() {};

    /** For what this library has written itself: markup and details may be longer than anything a browser may say. */
    private final JsonMapper ours = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    /** Creates a codec. */
    public JacksonMessageCodec() {}

    @Override
    public List<ClientEvent> decode(Dialect dialect, byte[] frame) {
        Object value;
        try {
            value = mapper.readValue(frame, Object.class);
        } catch (JacksonException e) {
            String reason = "expected JSON within the limits, got " + frame.length + " bytes: " + Fault.of(e);
            return List.of(new ClientEvent.Malformed(reason, dialect == Dialect.V2 ? callId(frame) : null));
        }
        if (dialect == Dialect.V2 && value instanceof List<?> list) {
            List<ClientEvent> events = new ArrayList<>(list.size());
            for (Object item : list) {
                events.add(ClientEventReader.read(dialect, item));
            }
            return events;
        }
        return List.of(ClientEventReader.read(dialect, value));
    }

    @Override
    public List<byte[]> encode(Dialect dialect, ServerEvent event) {
        List<Map<String, Object>> objects =
                dialect == Dialect.V2 ? List.of(ServerEventWriter.v2(event)) : ServerEventWriter.v1(event);
        List<byte[]> frames = new ArrayList<>(objects.size());
        for (Map<String, Object> object : objects) {
            frames.add(write(object));
        }
        return frames;
    }

    @Override
    public byte[] encodeUpdates(List<LiveViewMessage> messages) {
        return write(ServerEventWriter.updates(messages));
    }

    @Override
    public List<byte[]> updatesInV1(byte[] updates) {
        try {
            List<Map<String, Object>> objects = ours.readValue(updates, UPDATES);
            return ServerEventWriter.v1Of(objects).stream().map(this::write).toList();
        } catch (JacksonException e) {
            // The cause, which quotes what was written, is left out, too: this is logged, and updates hold what people
            // typed.
            throw new LiveViewException(
                    "Expected a JSON array of updates, got " + updates.length + " bytes that are none");
        }
    }

    private byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JacksonException e) {
            throw new LiveViewException(
                    "Expected a message that can be written as JSON; the detail of an event cannot", e);
        }
    }

    /** Looks for the id in front of what cannot be read, so that the call ends for the browser and is not sent for ever. */
    private @Nullable Long callId(byte[] frame) {
        try (JsonParser parser = mapper.createParser(frame)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isId = "id".equals(parser.currentName());
                if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT && isId) {
                    long id = parser.getLongValue();
                    return id < 1 ? null : id;
                }
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            return null;
        }
        return null;
    }
}
