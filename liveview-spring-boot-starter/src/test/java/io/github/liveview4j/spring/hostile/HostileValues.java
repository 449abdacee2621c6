package io.github.liveview4j.spring.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Makes JSON values that a browser would not send: huge numbers, broken text, depth, wrong types, and what is no JSON.
 *
 * <p>Raw bytes stand in the text as characters from {@value #RAW} on, until {@link #bytes} writes them. For one thread.
 */
final class HostileValues {

    /** What nobody may find in a log: it stands for what a person typed. */
    static final String SECRET = "s3cr3t-hunter2";

    private static final char RAW = '\uf700';

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "-1",
            "7",
            "255",
            "256",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "1e999999999",
            "-1e999999999",
            "1E-999999999",
            "1.5",
            "0.1e+99",
            "1e400",
            "3.141592653589793238462643383279",
            "9".repeat(32),
            "1e" + "9".repeat(20));

    /** Past what a number may have. */
    private static final List<String> LONG_NUMBERS =
            List.of("9".repeat(33), "9".repeat(400), "0." + "0".repeat(390) + "1", "-" + "1".repeat(5_000));

    private static final List<String> NO_JSON = List.of(
            "NaN",
            "Infinity",
            "undefined",
            "+1",
            "01",
            "0x10",
            ".5",
            "'a'",
            "tru",
            SECRET,
            "{",
            "[",
            "]",
            "}",
            ",",
            ":",
            "\"",
            "\"\\x\"",
            "\"\\u12\"",
            "/**/",
            "\u2028",
            "\ufeff");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "on",
            "true",
            "1",
            "-1",
            "999999999999",
            "1e999999999",
            "RED",
            "2026-11-25",
            "-999999999-01-01",
            "\\u0000",
            "\\u0000\\u0001\\u001b[2J",
            "\\ud800",
            "\\udc00\\ud800",
            "\u202e\u2066\u200f",
            "a\u0300".repeat(40),
            "__proto__",
            "constructor",
            "prototype",
            "class",
            "${7*7}",
            "*{T(java.lang.Runtime)}",
            "[[${@environment}]]",
            "__${7*7}__",
            "<script>alert(1)</script>",
            "' or 1=1--",
            "../../etc/passwd",
            "\\r\\nSet-Cookie: a=b",
            "x@y.z",
            "x@" + "y.".repeat(30) + "z",
            SECRET,
            SECRET + "@example.org",
            "\uf7c3\uf728",
            "\uf7ff\uf7fe",
            "\uf7ed\uf7a0\uf780",
            "\uf7c0\uf780",
            "\uf7f4\uf790\uf780\uf780",
            "\uf700");

    private final Random random;

    HostileValues(Random random) {
        this.random = random;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Once in so many times. */
    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    /** A JSON string, mostly sound. */
    String text() {
        return "\"" + plainText() + "\"";
    }

    /** What is between the quotes. */
    String plainText() {
        if (once(300)) {
            return one(TEXTS).repeat(1 + random.nextInt(chance(5) ? 5000 : 50));
        }
        return once(5000) ? "x".repeat(random.nextInt(70_000)) : one(TEXTS);
    }

    String number() {
        return once(40) ? one(LONG_NUMBERS) : one(NUMBERS);
    }

    /** Any value, rarely none. */
    String value(int depth) {
        int kind = random.nextInt(100);
        if (kind < 40) {
            return text();
        } else if (kind < 65) {
            return number();
        } else if (kind < 75) {
            return one(List.of("true", "false", "null"));
        } else if (kind < 76 && once(6)) {
            return one(NO_JSON);
        } else if (kind < 78) {
            return nested(chance(2) ? 20_000 : 1 + random.nextInt(40));
        }
        return depth > 4 ? "[]" : chance(50) ? array(depth) : object(depth);
    }

    private String nested(int depth) {
        String open = one(List.of("[", "{\"a\":"));
        String close = open.equals("[") ? "]" : "}";
        return open.repeat(depth) + "1" + close.repeat(chance(10) ? depth - 1 : depth);
    }

    private String array(int depth) {
        if (once(500)) {
            return "[" + "1,".repeat(random.nextInt(6000)) + "1]";
        }
        StringBuilder array = new StringBuilder("[");
        for (int i = random.nextInt(4); i > 0; i--) {
            array.append(value(depth + 1)).append(',');
        }
        return array.append(value(depth + 1)).append(']').toString();
    }

    private String object(int depth) {
        StringBuilder object = new StringBuilder("{");
        for (int i = random.nextInt(4); i > 0; i--) {
            object.append(text()).append(':').append(value(depth + 1)).append(',');
        }
        return object.append("\"z\":").append(value(depth + 1)).append('}').toString();
    }

    /** Writes a text in UTF-8, and what stands for raw bytes as these. */
    static byte[] bytes(String text) {
        if (text.chars().allMatch(each -> each < 0x80)) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each >= RAW && each <= RAW + 0xff) {
                out.writeBytes(text.substring(from, at).getBytes(StandardCharsets.UTF_8));
                out.write(each - RAW);
                from = at + 1;
            }
        }
        out.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
