package io.github.liveview4j.examples.benchmark.load;

import java.nio.charset.StandardCharsets;

/** Looks for text in bytes. Stateless. */
final class Bytes {

    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns where a pattern begins between two positions, or -1. */
    static int indexOf(byte[] bytes, int from, int to, byte[] pattern) {
        byte first = pattern[0];
        int last = to - pattern.length;
        for (int i = from; i <= last; i++) {
            if (bytes[i] == first && matches(bytes, i, pattern)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns how often a pattern is there, without overlaps. */
    static int count(byte[] bytes, int from, int to, byte[] pattern) {
        int count = 0;
        for (int at = indexOf(bytes, from, to, pattern);
                at >= 0;
                at = indexOf(bytes, at + pattern.length, to, pattern)) {
            count++;
        }
        return count;
    }

    private static boolean matches(byte[] bytes, int at, byte[] pattern) {
        for (int i = 1; i < pattern.length; i++) {
            if (bytes[at + i] != pattern[i]) {
                return false;
            }
        }
        return true;
    }
}
