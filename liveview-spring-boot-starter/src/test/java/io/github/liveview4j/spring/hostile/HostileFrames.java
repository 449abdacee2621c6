package io.github.liveview4j.spring.hostile;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Makes frames by the grammar of the wire, with something wrong in most of them, of a seed: the same seed makes the same frames.
 *
 * <p>For one thread.
 */
final class HostileFrames {

    private static final List<String> TYPES = List.of("call", "hello", "ping", "pong");
    private static final List<String> FUNCTIONS =
            List.of("nobody", "", "__proto__", "toString", "\\u202e\\u0000", "a.b");
    private static final List<String> SERVER_TYPES =
            List.of("welcome", "update", "reply", "resync", "Call", "", "error");

    private final Random random;
    private final HostileValues values;
    private final HostileForms forms;
    private final String page;

    /** What the server signed, to be changed a little. */
    private volatile String token = "1||x|secret|AAAA";

    private long id;

    HostileFrames(long seed) {
        this.random = new Random(seed);
        this.values = new HostileValues(random);
        this.forms = new HostileForms(random, values);
        this.page = "page-" + Long.toHexString(seed | Long.MIN_VALUE);
    }

    String page() {
        return page;
    }

    /** Takes over a word that the server has signed. */
    void signed(String word) {
        token = word;
    }

    /** The frame with which a sound page begins. */
    String sound() {
        return "{\"type\":\"hello\",\"page\":\"" + page + "\"}";
    }

    byte[] next(boolean firstDialect) {
        String frame;
        if (firstDialect) {
            frame = values.chance(95) ? v1Call() : values.value(0);
        } else if (values.chance(4)) {
            frame = "[" + event() + "," + event() + "," + values.value(1) + "]";
        } else {
            frame = values.chance(96) ? event() : values.value(0);
        }
        byte[] bytes = HostileValues.bytes(frame);
        return values.chance(12) ? changed(bytes) : bytes;
    }

    private String event() {
        int kind = random.nextInt(100);
        if (kind < 80) {
            return call();
        } else if (kind < 92) {
            return hello();
        }
        return "{\"type\":"
                + (values.chance(50)
                        ? HostileForms.quoted(values.one(values.chance(50) ? TYPES : SERVER_TYPES))
                        : values.value(2))
                + (values.chance(30) ? ",\"x\":" + values.value(1) : "") + "}";
    }

    private String call() {
        StringBuilder call = new StringBuilder("{\"type\":\"call\",\"id\":");
        call.append(values.chance(93) ? Long.toString(++id) : values.value(3));
        call.append(",\"function\":").append(function());
        field(call, "data", forms.object(), 70);
        field(call, "form", forms.pairs(), 80);
        field(call, "lang", values.one(List.of("\"en\"", "\"de-DE\"", "\"x\"", "\"\"")), 30);
        field(call, "done", Long.toString(Math.max(0, id - 1)), 60);
        field(call, "untouched", forms.untouched(), 30);
        if (values.chance(2)) {
            call.append(",\"function\":").append(function());
        }
        return call.append('}').toString();
    }

    private String v1Call() {
        StringBuilder call = new StringBuilder("{\"function\":").append(function());
        field(call, "data", forms.object(), 70);
        field(call, "form", forms.object(), 80);
        field(call, "lang", "\"en\"", 30);
        return call.append('}').toString();
    }

    private String hello() {
        StringBuilder hello = new StringBuilder("{\"type\":\"hello\",\"page\":");
        hello.append(values.chance(90) ? HostileForms.quoted(page) : values.value(3));
        field(hello, "lang", "\"en\"", 30);
        field(hello, "done", Long.toString(id), 50);
        field(hello, "epoch", values.one(List.of("\"abcdefgh\"", "\"\"", "\"a b\"", "\"" + "x".repeat(40) + "\"")), 40);
        field(hello, "seq", values.number(), 40);
        field(hello, "token", HostileForms.quoted(changed(token)), 50);
        field(hello, "node", "\"" + values.plainText() + "\"", 20);
        field(hello, "rooms", "{\"*\":\"\",\"room\":" + HostileForms.quoted(changed(token)) + "}", 40);
        return hello.append('}').toString();
    }

    private String function() {
        return values.chance(94)
                ? HostileForms.quoted(values.one(HostileApplication.HANDLERS))
                : values.chance(50) ? HostileForms.quoted(values.one(FUNCTIONS)) : values.number();
    }

    private void field(StringBuilder object, String name, String sound, int percent) {
        if (values.chance(percent)) {
            object.append(",\"").append(name).append("\":").append(values.chance(92) ? sound : values.value(2));
        }
    }

    private String changed(String text) {
        if (values.chance(20) || text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        return text.substring(0, at) + (char) ('!' + random.nextInt(90)) + text.substring(at + 1);
    }

    /** Cut off, with something behind, with bits turned over, or with a part of it twice. */
    private byte[] changed(byte[] frame) {
        if (frame.length == 0) {
            return frame;
        }
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(frame, random.nextInt(frame.length));
            }
            case 1 -> {
                return Arrays.copyOf(frame, frame.length + 1 + random.nextInt(8));
            }
            case 2 -> {
                byte[] changed = frame.clone();
                for (int i = 1 + random.nextInt(4); i > 0; i--) {
                    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return changed;
            }
            default -> {
                int from = random.nextInt(frame.length);
                byte[] twice = Arrays.copyOf(frame, 2 * frame.length - from);
                System.arraycopy(frame, from, twice, frame.length, frame.length - from);
                return twice;
            }
        }
    }
}
