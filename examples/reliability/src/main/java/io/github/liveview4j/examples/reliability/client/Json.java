package io.github.liveview4j.examples.reliability.client;

import io.github.liveview4j.examples.reliability.history.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The frames of the wire as trees. For any thread. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** A frame holds one object or an array of them. */
    static List<JsonNode> read(byte[] frame) {
        JsonNode node = MAPPER.readTree(frame);
        if (!node.isArray()) {
            return List.of(node);
        }
        List<JsonNode> all = new ArrayList<>();
        node.forEach(all::add);
        return all;
    }

    static byte[] write(Map<String, ?> object) {
        return MAPPER.writeValueAsBytes(object);
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    static long number(JsonNode node, String field) {
        return node.path(field).asLong(0);
    }

    static @Nullable Position position(JsonNode node) {
        return node.has("epoch") ? new Position(text(node, "epoch"), number(node, "seq")) : null;
    }
}
