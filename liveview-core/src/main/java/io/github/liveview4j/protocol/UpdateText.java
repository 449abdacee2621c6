package io.github.liveview4j.protocol;

import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.protocol.ServerEvent.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Writes the frames that calls are made of in the second dialect, text by text: through maps and a generator they took three times as
 * long, which is a part of every call.
 *
 * <p>The same JSON as {@link ServerEventWriter} lays out for all other frames. For one thread.
 */
final class UpdateText {

    private final JsonStringEncoder encoder = JsonStringEncoder.getInstance();
    private final Function<Object, String> values;
    private final StringBuilder text;

    /**
     * Begins a frame.
     *
     * @param messages what it will have in it, for its size
     * @param values writes what is no text
     */
    UpdateText(List<LiveViewMessage> messages, Function<Object, String> values) {
        this.values = values;
        int size = 100;
        for (LiveViewMessage message : messages) {
            String html = message.html();
            size += 100 + (html == null ? 0 : html.length() + html.length() / 8);
        }
        this.text = new StringBuilder(size);
    }

    UpdateText update(ServerEvent.Update update) {
        text.append("{\"type\":\"update\"");
        if (update.call() != null) {
            text.append(",\"call\":")
                    .append(update.call().longValue())
                    .append(",\"n\":")
                    .append(update.number());
        }
        text.append(",\"updates\":");
        return updates(update.messages()).append('}');
    }

    UpdateText reply(ServerEvent.Reply reply) {
        text.append("{\"type\":\"reply\",\"id\":").append(reply.id());
        Problem problem = reply.problem();
        if (problem != null) {
            text.append(",\"error\":").append(values.apply(ServerEventWriter.problem(problem)));
        } else if (!reply.messages().isEmpty()) {
            text.append(",\"updates\":");
            updates(reply.messages());
        }
        return append('}');
    }

    UpdateText updates(List<LiveViewMessage> messages) {
        char before = '[';
        for (LiveViewMessage message : messages) {
            append(before);
            update(message);
            before = ',';
        }
        return messages.isEmpty() ? append('[').append(']') : append(']');
    }

    private void update(LiveViewMessage message) {
        int begin = text.length();
        field("target", message.target());
        field("html", message.html());
        switch (message.swap()) {
            case APPEND, REMOVE -> field(message.swap().name().toLowerCase(Locale.ROOT), Boolean.TRUE);
            case OUTER, BEFORE, AFTER, PREPEND ->
                field("swap", message.swap().name().toLowerCase(Locale.ROOT));
            default -> {}
        }
        message.effects().forEach(this::field);
        if (text.length() == begin) {
            text.append('{');
        } else {
            text.setCharAt(begin, '{');
        }
        text.append('}');
    }

    private void field(String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        text.append(",\"").append(name).append("\":");
        if (value instanceof String string) {
            text.append('"');
            encoder.quoteAsString(string, text);
            text.append('"');
        } else {
            text.append(values.apply(value));
        }
    }

    private UpdateText append(char next) {
        text.append(next);
        return this;
    }

    byte[] utf8() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
