package io.github.liveview4j.examples.benchmark.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message with gaps, cut into pieces once: {@code {n}} is the number of the page's call, {@code {done}} that of the one before,
 * {@code {seq}} a number for whatever it is about, {@code {pad}} so many bytes of filling. Immutable.
 */
final class MessageTemplate {

    private static final Pattern GAP = Pattern.compile("\\{(seq|n|done|pad)}");
    private static final int LONGEST_NUMBER = 20;

    private final List<byte[]> texts = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private final byte[] pad;

    MessageTemplate(String text, int padBytes) {
        Matcher gap = GAP.matcher(text);
        int at = 0;
        while (gap.find()) {
            texts.add(Bytes.of(text.substring(at, gap.start())));
            gaps.add(gap.group(1));
            at = gap.end();
        }
        texts.add(Bytes.of(text.substring(at)));
        pad = new byte[padBytes];
        Arrays.fill(pad, (byte) 'x');
    }

    /** Returns how many bytes a message may have at most. */
    int longest() {
        return texts.stream().mapToInt(text -> text.length).sum() + gaps.size() * Math.max(pad.length, LONGEST_NUMBER);
    }

    /** Writes a message from the start of an array on, and returns its length. */
    int write(byte[] target, long n, long seq) {
        int at = 0;
        for (int i = 0; i < gaps.size(); i++) {
            at = put(target, at, texts.get(i));
            at = switch (gaps.get(i)) {
                case "seq" -> number(target, at, seq);
                case "n" -> number(target, at, n);
                case "done" -> number(target, at, n - 1);
                default -> put(target, at, pad);
            };
        }
        return put(target, at, texts.get(gaps.size()));
    }

    private static int put(byte[] target, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
        return at + bytes.length;
    }

    private static int number(byte[] target, int at, long number) {
        int end = at + 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            end++;
        }
        long rest = number;
        for (int i = end - 1; i >= at; i--) {
            target[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return end;
    }
}
