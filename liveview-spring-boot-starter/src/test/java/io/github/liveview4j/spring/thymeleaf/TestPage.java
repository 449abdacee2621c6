package io.github.liveview4j.spring.thymeleaf;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One load of a page: makes calls, one at a time, and takes what the server sends. */
public final class TestPage implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final BlockingQueue<JsonNode> replies = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> updates = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> others = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private final String id = UUID.randomUUID().toString();
    private @Nullable WebSocket socket;
    private int calls;

    TestPage() {}

    void greet(WebSocket connected, @Nullable String token) {
        socket = connected;
        hello(token);
    }

    /** Says hello, again if it has been said, and returns the welcome. */
    public JsonNode hello(@Nullable String token) {
        send("{\"type\":\"hello\",\"page\":\"" + id + "\""
                + (token == null ? "" : ",\"token\":" + JSON.writeValueAsString(token)) + "}");
        return take(others, "welcome");
    }

    /** Says any frame. */
    public void says(String frame) {
        send(frame);
    }

    /** The id that the page has made up. */
    public String id() {
        return id;
    }

    /** Calls a handler and returns the whole reply. */
    public JsonNode call(String function) {
        return call(function, Map.of());
    }

    /** Calls a handler with the fields of a form and returns the whole reply. */
    public JsonNode call(String function, Map<String, String> form) {
        List<List<String>> fields = form.entrySet().stream()
                .map(field -> List.of(field.getKey(), field.getValue()))
                .toList();
        return call(function, Map.of(), fields);
    }

    /** Calls a handler with data, the fields of a form and the names of those where nobody has been. */
    public JsonNode call(String function, Map<String, ?> data, List<List<String>> form, String... untouched) {
        begin(function, data, form, untouched);
        return reply();
    }

    /** Calls a handler and waits for nothing. */
    public void begin(String function, Map<String, ?> data, List<List<String>> form, String... untouched) {
        calls++;
        send("{\"type\":\"call\",\"id\":" + calls + ",\"function\":\"" + function + "\",\"data\":"
                + JSON.writeValueAsString(data) + ",\"form\":" + JSON.writeValueAsString(form) + ",\"untouched\":"
                + JSON.writeValueAsString(untouched) + ",\"done\":" + (calls - 1) + "}");
    }

    /** Waits for the reply to a call. */
    public JsonNode reply() {
        return take(replies, "reply");
    }

    /** Calls a handler that answers with one message, and returns its markup. */
    public String html(String function) {
        JsonNode reply = call(function);
        if (reply.path("updates").size() != 1) {
            throw new AssertionError("Expected one update, got " + reply);
        }
        return reply.path("updates").path(0).path("html").asString("").strip();
    }

    /** Waits for an update outside of a reply, and returns its markup. */
    public String nextUpdate() {
        return take(updates, "update")
                .path("updates")
                .path(0)
                .path("html")
                .asString("")
                .strip();
    }

    /** Waits for what is neither a reply nor an update. */
    public JsonNode nextOther() {
        return take(others, "other frame");
    }

    private static JsonNode take(BlockingQueue<JsonNode> queue, String what) {
        try {
            JsonNode frame = queue.poll(20, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("No " + what + " came");
            }
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private void send(String frame) {
        WebSocket connected = socket;
        if (connected == null) {
            throw new AssertionError("Not connected");
        }
        connected.sendText(frame, true).orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            arrived(text.toString());
            text.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        binary.writeBytes(bytes);
        if (last) {
            arrived(binary.toString(StandardCharsets.UTF_8));
            binary.reset();
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    /** Waits until the server closes the socket. */
    public int closeCode() {
        return closed.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private void arrived(String frame) {
        JsonNode tree = JSON.readTree(frame);
        if (tree.isArray()) {
            tree.forEach(this::sort);
        } else {
            sort(tree);
        }
    }

    private void sort(JsonNode frame) {
        switch (frame.path("type").asString("")) {
            case "reply" -> replies.add(frame);
            case "update" -> updates.add(frame);
            default -> others.add(frame);
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
