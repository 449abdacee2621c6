package io.github.liveview4j.protocol;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewMessage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.core.util.JsonRecyclerPools;
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
    private static final int USUAL_FRAME = 512;

    private static final TypeReference<List<Map<String, Object>>> UPDATES = new TypeReference<>() {};

    private final JsonMapper mapper;

    /** For what this library has written itself: markup and details may be longer than anything a browser may say. */
    private final JsonMapper ours = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    /** Creates a codec for threads that are used again and again, each of which keeps its buffers. */
    public JacksonMessageCodec() {
        this(false);
    }

    /**
     * Creates a codec.
     *
     * @param virtualThreads whether frames come on virtual threads, which are made for one call each; they share their buffers, which
     *     costs each frame some tenths of a microsecond
     */
    public JacksonMessageCodec(boolean virtualThreads) {
        mapper = JsonMapper.builder(JsonFactory.builder()
                        .recyclerPool(
                                virtualThreads
                                        ? JsonRecyclerPools.newConcurrentDequePool()
                                        : JsonRecyclerPools.threadLocalPool())
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_DEPTH)
                                .maxStringLength(MAX_TEXT)
                                .maxNameLength(1024)
                                .maxNumberLength(32)
                                .maxTokenCount(MAX_TOKENS)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        // Jackson's table of names is shared, and copied for every new one: names that a stranger makes
                        // up would cost 280 KB and seventeen times the time a frame. Without it a call takes a
                        // quarter of a microsecond longer.
                        .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    @Override
    public List<ClientEvent> decode(Dialect dialect, byte[] frame) {
        ClientEvent.Call plain = dialect == Dialect.V2 ? plainCall(frame) : null;
        if (plain != null) {
            return List.of(plain);
        }
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

    private ClientEvent.@Nullable Call plainCall(byte[] frame) {
        try (JsonParser parser = mapper.createParser(frame)) {
            return PlainCallReader.read(parser);
        } catch (JacksonException e) {
            // It is read once more, for the reason.
            return null;
        }
    }

    @Override
    public List<byte[]> encode(Dialect dialect, ServerEvent event) {
        if (dialect == Dialect.V2) {
            return List.of(written(V2EventWriter.room(event), out -> V2EventWriter.write(out, event)));
        }
        List<Map<String, Object>> objects = V1EventWriter.objects(event);
        List<byte[]> frames = new ArrayList<>(objects.size());
        for (Map<String, Object> object : objects) {
            frames.add(write(object));
        }
        return frames;
    }

    @Override
    public byte[] encodeUpdates(List<LiveViewMessage> messages) {
        return written(V2EventWriter.room(messages), out -> V2EventWriter.updates(out, messages));
    }

    @Override
    public List<byte[]> updatesInV1(byte[] updates) {
        try {
            List<Map<String, Object>> objects = ours.readValue(updates, UPDATES);
            return V1EventWriter.withoutOthers(objects).stream()
                    .map(this::write)
                    .toList();
        } catch (JacksonException e) {
            // The cause, which quotes what was written, is left out, too: this is logged, and updates hold what people
            // typed.
            throw new LiveViewException(
                    "Expected a JSON array of updates, got " + updates.length + " bytes that are none");
        }
    }

    private byte[] write(Object value) {
        return written(USUAL_FRAME, out -> out.writePOJO(value));
    }

    private byte[] written(int room, Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(room);
        try (JsonGenerator out = mapper.createGenerator(bytes)) {
            content.accept(out);
            out.flush();
            return bytes.toByteArray();
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
