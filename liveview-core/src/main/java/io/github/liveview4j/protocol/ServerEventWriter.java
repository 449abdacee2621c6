package io.github.liveview4j.protocol;

import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewMessage.Swap;
import io.github.liveview4j.protocol.ServerEvent.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lays out what the server says as JSON objects. */
final class ServerEventWriter {

    private static final Logger log = LoggerFactory.getLogger(ServerEventWriter.class);

    private static final Set<String> V1_CONTENT = Set.of("target", "html", "append", "remove");
    private static final Set<String> V1_EFFECTS = Set.of("url", "title", "scroll", "scrollTop", "error");

    private ServerEventWriter() {}

    /** Lays out what is neither an update nor a reply, which {@link UpdateText} writes. */
    static Map<String, Object> v2(ServerEvent event) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (event instanceof ServerEvent.Failure failure) {
            object.put("type", "error");
            object.putAll(problem(failure.problem()));
        } else if (event instanceof ServerEvent.Welcome welcome) {
            object.put("type", "welcome");
            object.put("heartbeat", welcome.heartbeatMillis());
            object.put("resumed", welcome.resumed());
            object.put("node", welcome.node());
            position(object, welcome.position());
            if (welcome.resync()) {
                object.put("resync", true);
            }
            if (welcome.assets() != null) {
                object.put("assets", welcome.assets());
            }
        } else if (event instanceof ServerEvent.Joined joined) {
            object.put("type", "joined");
            object.put("room", joined.room());
            object.put("receipt", joined.receipt());
            position(object, joined.position());
        } else if (event instanceof ServerEvent.Left left) {
            object.put("type", "left");
            object.put("room", left.room());
        } else if (event instanceof ServerEvent.Resync resync) {
            object.put("type", "resync");
            position(object, resync.position());
        } else if (event instanceof ServerEvent.Ping ping) {
            object.put("type", "ping");
            position(object, ping.position());
        } else {
            object.put("type", "pong");
        }
        return object;
    }

    private static void position(Map<String, Object> object, Position position) {
        object.put("epoch", position.epoch());
        object.put("seq", position.seq());
    }

    static List<Map<String, Object>> v1(ServerEvent event) {
        if (event instanceof ServerEvent.Update update) {
            return v1Updates(update.messages());
        }
        if (event instanceof ServerEvent.Reply reply) {
            Problem problem = reply.problem();
            return problem == null ? v1Updates(reply.messages()) : List.of(v1Problem(problem));
        }
        return event instanceof ServerEvent.Failure failure ? List.of(v1Problem(failure.problem())) : List.of();
    }

    private static List<Map<String, Object>> updates(List<LiveViewMessage> messages) {
        List<Map<String, Object>> updates = new ArrayList<>(messages.size());
        for (LiveViewMessage message : messages) {
            Map<String, Object> update = content(message);
            switch (message.swap()) {
                case OUTER, BEFORE, AFTER, PREPEND ->
                    update.put("swap", message.swap().name().toLowerCase(Locale.ROOT));
                default -> {}
            }
            update.putAll(message.effects());
            updates.add(update);
        }
        return updates;
    }

    private static List<Map<String, Object>> v1Updates(List<LiveViewMessage> messages) {
        return v1Of(updates(messages));
    }

    /** Leaves of updates as v2 has them what the first dialect has words for; the two share their field names. */
    static List<Map<String, Object>> v1Of(List<? extends Map<?, ?>> updates) {
        List<Map<String, Object>> kept = new ArrayList<>(updates.size());
        for (Map<?, ?> update : updates) {
            if (update.get("swap") != null) {
                log.warn(
                        "Left out for a page that speaks the first dialect of the wire, which has no {}: an update of {}",
                        update.get("swap"),
                        update.get("target"));
                continue;
            }
            // A target without html makes django-liveview's client write the word "undefined" into it.
            boolean rendersNothing = update.get("html") == null && update.get("remove") == null;
            Map<String, Object> v1 = new LinkedHashMap<>();
            update.forEach((name, value) -> {
                if (V1_EFFECTS.contains(name) || !rendersNothing && V1_CONTENT.contains(name)) {
                    v1.put((String) name, value);
                }
            });
            if (!v1.isEmpty()) {
                kept.add(v1);
            }
        }
        return kept;
    }

    private static Map<String, Object> content(LiveViewMessage message) {
        Map<String, Object> update = new LinkedHashMap<>();
        String target = message.target();
        if (target != null) {
            update.put("target", target);
        }
        String html = message.html();
        if (html != null) {
            update.put("html", html);
        }
        if (message.swap() == Swap.APPEND) {
            update.put("append", true);
        } else if (message.swap() == Swap.REMOVE) {
            update.put("remove", true);
        }
        return update;
    }

    private static Map<String, Object> v1Problem(Problem problem) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("error", problem.code());
        addOrigin(object, problem);
        return object;
    }

    static Map<String, Object> problem(Problem problem) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", problem.code());
        addOrigin(object, problem);
        return object;
    }

    private static void addOrigin(Map<String, Object> object, Problem problem) {
        String ref = problem.ref();
        if (ref != null) {
            object.put("ref", ref);
        }
        String function = problem.function();
        if (function != null) {
            object.put("function", function);
        }
    }
}
