package io.github.liveview4j.protocol;

import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.protocol.ServerEvent.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lays out what the server says in the first dialect as JSON objects. */
final class V1EventWriter {

    private static final Logger log = LoggerFactory.getLogger(V1EventWriter.class);

    private static final Set<String> CONTENT = Set.of("target", "html", "append", "remove");
    private static final Set<String> EFFECTS = Set.of("url", "title", "scroll", "scrollTop", "error");

    private V1EventWriter() {}

    static List<Map<String, Object>> objects(ServerEvent event) {
        if (event instanceof ServerEvent.Update update) {
            return updates(update.messages());
        }
        if (event instanceof ServerEvent.Reply reply) {
            Problem problem = reply.problem();
            return problem == null ? updates(reply.messages()) : List.of(problem(problem));
        }
        return event instanceof ServerEvent.Failure failure ? List.of(problem(failure.problem())) : List.of();
    }

    private static List<Map<String, Object>> updates(List<LiveViewMessage> messages) {
        List<Map<String, Object>> updates = new ArrayList<>(messages.size());
        for (LiveViewMessage message : messages) {
            updates.add(update(message));
        }
        return withoutOthers(updates);
    }

    /** Leaves of updates as v2 has them what the first dialect has words for; the two share their field names. */
    static List<Map<String, Object>> withoutOthers(List<? extends Map<?, ?>> updates) {
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
                if (EFFECTS.contains(name) || !rendersNothing && CONTENT.contains(name)) {
                    v1.put((String) name, value);
                }
            });
            if (!v1.isEmpty()) {
                kept.add(v1);
            }
        }
        return kept;
    }

    private static Map<String, Object> update(LiveViewMessage message) {
        Map<String, Object> update = new LinkedHashMap<>();
        String target = message.target();
        if (target != null) {
            update.put("target", target);
        }
        String html = message.html();
        if (html != null) {
            update.put("html", html);
        }
        switch (message.swap()) {
            case APPEND -> update.put("append", true);
            case REMOVE -> update.put("remove", true);
            case OUTER, BEFORE, AFTER, PREPEND ->
                update.put("swap", message.swap().name().toLowerCase(Locale.ROOT));
            case NONE, INNER -> {}
        }
        update.putAll(message.effects());
        return update;
    }

    private static Map<String, Object> problem(Problem problem) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("error", problem.code());
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
