package io.github.liveview4j.examples.benchmark.twin;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes {@code {"function", "form", "lang"}}, answers with {@code {"target", "html"}}; who says hello is told when it is there. */
@Component
final class TwinHandler extends TextWebSocketHandler {

    private final JsonMapper mapper;
    private final TwinRenderer renderer;
    private final TwinBroadcasts broadcasts;

    TwinHandler(JsonMapper mapper, TwinRenderer renderer, TwinBroadcasts broadcasts) {
        this.mapper = mapper;
        this.renderer = renderer;
        this.broadcasts = broadcasts;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        broadcasts.add(session);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        broadcasts.remove(session);
    }

    @Override
    protected void handleTextMessage(WebSocketSession raw, TextMessage message) throws IOException {
        WebSocketSession session = broadcasts.guarded(raw);
        JsonNode in = mapper.readTree(message.getPayload());
        JsonNode form = in.path("form");
        Locale locale = Locale.forLanguageTag(in.path("lang").asString("en"));
        TwinHandshake.Known known = (TwinHandshake.Known) raw.getAttributes().get(TwinHandshake.KNOWN);
        Map<String, Object> out = new LinkedHashMap<>();
        switch (in.path("function").asString("")) {
            case "hello" -> session.sendMessage(new TextMessage("{\"welcome\":true}"));
            case "say_hello" -> {
                Map<String, Object> model = Map.of("name", form.path("name").asString(""), "room", "bench");
                out.put("target", "#greeting");
                out.put("html", renderer.render("hello", known, locale, model));
                session.sendMessage(new TextMessage(mapper.writeValueAsString(out)));
            }
            case "notify_all" -> {
                Map<String, Object> model = Map.of("text", form.path("text").asString(""));
                out.put("target", "#notifications");
                out.put("html", renderer.render("note", known, locale, model));
                out.put("append", true);
                broadcasts.send(mapper.writeValueAsString(out));
            }
            default -> session.sendMessage(new TextMessage("{\"error\":\"Unknown function\"}"));
        }
    }
}
