package io.github.liveview4j.spring.hostile;

import java.util.List;
import java.util.Random;

/**
 * Makes names of fields that fit the forms of the application, almost fit them, or are to make a binder build too much.
 *
 * <p>For one thread.
 */
final class HostileForms {

    private static final List<String> FIELDS = List.of(
            "name",
            "email",
            "quantity",
            "amount",
            "day",
            "colour",
            "tags",
            "sizes",
            "address",
            "address.street",
            "address.zip",
            "items",
            "nick",
            "age",
            "scores",
            "friend",
            "text",
            "children",
            "named",
            "counts",
            "byNumber",
            "byColour",
            "table",
            "array",
            "colours",
            "count",
            "sure",
            "numbers",
            "whole",
            "id",
            "room",
            "article",
            "notes");

    private static final List<String> STRANGE = List.of(
            "class",
            "class.module.classLoader.resources.context.parent.pipeline.first.pattern",
            "class.name",
            "declaringClass",
            "__proto__",
            "constructor.prototype",
            "",
            ".",
            "..",
            "[",
            "]",
            "[]",
            "[0]",
            "a.",
            ".a",
            "_name",
            "!name",
            "_items",
            "!sure",
            "name[",
            "name]",
            "items[0",
            "items]0[",
            "items[0]]",
            "items[[0]]",
            "named['" + HostileValues.SECRET + "']",
            "counts[" + HostileValues.SECRET + "]",
            "named[\"x\"].text");

    private static final List<String> INDICES = List.of(
            "[0]",
            "[1]",
            "[2]",
            "[255]",
            "[256]",
            "[9999]",
            "[2000000000]",
            "[2147483647]",
            "[2147483648]",
            "[-1]",
            "[99999999999999999999]",
            "[]",
            "[x]",
            "['x']",
            "[1e9]",
            "[ 1 ]",
            "[0x1]",
            "[\u0661]",
            "[[]",
            "[RED]",
            "[" + HostileValues.SECRET + "]");

    private final Random random;
    private final HostileValues values;

    HostileForms(Random random, HostileValues values) {
        this.random = random;
        this.values = values;
    }

    /** One name. */
    String name() {
        if (values.chance(8)) {
            return values.one(STRANGE);
        }
        StringBuilder name = new StringBuilder(values.one(FIELDS));
        for (int steps = values.chance(60) ? 0 : 1 + random.nextInt(values.chance(5) ? 30 : 4); steps > 0; steps--) {
            name.append(values.chance(60) ? values.one(INDICES) : "." + values.one(FIELDS));
        }
        return name.toString();
    }

    /** An array of pairs, as the second dialect has it. */
    String pairs() {
        if (values.once(1_000)) {
            return bomb();
        }
        StringBuilder pairs = new StringBuilder("[");
        for (int count = random.nextInt(12); count > 0; count--) {
            pairs.append('[').append(quoted(name())).append(',').append(value()).append("],");
        }
        return pairs.append("[\"name\",").append(value()).append("]]").toString();
    }

    /** As many names as a frame can hold, each to make a binder grow another list to its end. */
    String bomb() {
        int count = 50 + random.nextInt(950);
        String step = values.one(List.of("children[%d]", "children[%d].named[a%d]", "items[%d]", "table[%d][%d]"));
        int depth = step.startsWith("children") ? 1 + random.nextInt(6) : 1;
        StringBuilder pairs = new StringBuilder("[");
        for (int i = 0; i < count && pairs.length() < 62_000; i++) {
            for (int step1 = 0; step1 < depth; step1++) {
                pairs.append(step1 == 0 ? (i == 0 ? "[\"" : ",[\"") : ".");
                int index = step1 == 0 || values.chance(50) ? i % 256 : 255 - random.nextInt(20);
                pairs.append(step.formatted(index, index));
            }
            pairs.append(step.startsWith("items") ? ".article" : step.startsWith("table") ? "" : ".text")
                    .append("\",\"1\"]");
        }
        return pairs.append(']').toString();
    }

    /** An object of names and values, as the first dialect and data have it. */
    String object() {
        StringBuilder object = new StringBuilder("{");
        for (int count = random.nextInt(8); count > 0; count--) {
            object.append(quoted(name())).append(':').append(values.value(2)).append(',');
        }
        return object.append("\"count\":").append(values.value(2)).append('}').toString();
    }

    /** Names of fields without errors yet. */
    String untouched() {
        StringBuilder names = new StringBuilder("[");
        for (int count = values.chance(2) ? 1100 : random.nextInt(5); count > 0; count--) {
            names.append(quoted(name())).append(',');
        }
        return names.append("\"name\"]").toString();
    }

    private String value() {
        return values.chance(98) ? values.text() : values.value(3);
    }

    static String quoted(String plain) {
        return "\"" + plain.replace("\"", "\\\"") + "\"";
    }
}
