package io.github.liveview4j.protocol;

import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewMessage.Swap;
import io.github.liveview4j.protocol.ServerEvent.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what the server says in the second dialect, straight into a generator.
 *
 * <p>Two of these belong to nearly every call. Maps that are made only to be written, and a serializer that is looked up for each of
 * their values, cost as much as the writing itself.
 */
final class V2EventWriter {

    private static final int SMALL = 64;
    private static final int MOST_ROOM = 1 << 20;

    private V2EventWriter() {}

    /** Returns about how many bytes an event will have; where it has more, that costs a copy and no more. */
    static int room(ServerEvent event) {
        if (event instanceof ServerEvent.Update update) {
            return SMALL + room(update.messages());
        }
        return event instanceof ServerEvent.Reply reply ? SMALL + room(reply.messages()) : 2 * SMALL;
    }

    /** Returns about how many bytes updates will have. */
    static int room(List<LiveViewMessage> messages) {
        long room = 0;
        for (LiveViewMessage message : messages) {
            String html = message.html();
            // Quotes and line breaks become longer.
            room += SMALL + (html == null ? 0 : html.length() + html.length() / 8L);
        }
        return (int) Math.min(room, MOST_ROOM);
    }

    static void write(JsonGenerator out, ServerEvent event) {
        out.writeStartObject();
        if (event instanceof ServerEvent.Update update) {
            type(out, "update");
            Long call = update.call();
            if (call != null) {
                number(out, "call", call);
                number(out, "n", update.number());
            }
            out.writeName("updates");
            updates(out, update.messages());
        } else if (event instanceof ServerEvent.Reply reply) {
            type(out, "reply");
            number(out, "id", reply.id());
            Problem problem = reply.problem();
            if (problem != null) {
                out.writeName("error");
                out.writeStartObject();
                problem(out, problem);
                out.writeEndObject();
            } else if (!reply.messages().isEmpty()) {
                out.writeName("updates");
                updates(out, reply.messages());
            }
        } else if (event instanceof ServerEvent.Failure failure) {
            type(out, "error");
            problem(out, failure.problem());
        } else if (event instanceof ServerEvent.Welcome welcome) {
            welcome(out, welcome);
        } else if (event instanceof ServerEvent.Joined joined) {
            type(out, "joined");
            text(out, "room", joined.room());
            text(out, "receipt", joined.receipt());
            position(out, joined.position());
        } else if (event instanceof ServerEvent.Left left) {
            type(out, "left");
            text(out, "room", left.room());
        } else if (event instanceof ServerEvent.Resync resync) {
            type(out, "resync");
            position(out, resync.position());
        } else if (event instanceof ServerEvent.Ping ping) {
            type(out, "ping");
            position(out, ping.position());
        } else {
            type(out, "pong");
        }
        out.writeEndObject();
    }

    private static void welcome(JsonGenerator out, ServerEvent.Welcome welcome) {
        type(out, "welcome");
        number(out, "heartbeat", welcome.heartbeatMillis());
        truth(out, "resumed", welcome.resumed());
        text(out, "node", welcome.node());
        position(out, welcome.position());
        if (welcome.resync()) {
            truth(out, "resync", true);
        }
        optional(out, "assets", welcome.assets());
    }

    static void updates(JsonGenerator out, List<LiveViewMessage> messages) {
        out.writeStartArray();
        for (LiveViewMessage message : messages) {
            out.writeStartObject();
            optional(out, "target", message.target());
            optional(out, "html", message.html());
            swap(out, message.swap());
            for (Map.Entry<String, Object> effect : message.effects().entrySet()) {
                out.writeName(effect.getKey());
                out.writePOJO(effect.getValue());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void swap(JsonGenerator out, Swap swap) {
        switch (swap) {
            case APPEND -> truth(out, "append", true);
            case REMOVE -> truth(out, "remove", true);
            case OUTER, BEFORE, AFTER, PREPEND -> text(out, "swap", swap.name().toLowerCase(Locale.ROOT));
            case NONE, INNER -> {}
        }
    }

    private static void problem(JsonGenerator out, Problem problem) {
        text(out, "code", problem.code());
        optional(out, "ref", problem.ref());
        optional(out, "function", problem.function());
    }

    private static void position(JsonGenerator out, Position position) {
        text(out, "epoch", position.epoch());
        number(out, "seq", position.seq());
    }

    private static void type(JsonGenerator out, String type) {
        text(out, "type", type);
    }

    private static void optional(JsonGenerator out, String name, @Nullable String value) {
        if (value != null) {
            text(out, name, value);
        }
    }

    private static void text(JsonGenerator out, String name, String value) {
        out.writeName(name);
        out.writeString(value);
    }

    private static void number(JsonGenerator out, String name, long value) {
        out.writeName(name);
        out.writeNumber(value);
    }

    private static void truth(JsonGenerator out, String name, boolean value) {
        out.writeName(name);
        out.writeBoolean(value);
    }
}
