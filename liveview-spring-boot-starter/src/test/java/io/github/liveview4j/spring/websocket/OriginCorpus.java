package io.github.liveview4j.spring.websocket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads {@code security/origins.txt}, whose head says how its lines are made. */
final class OriginCorpus {

    /** What the server of the corpus allows beside its own. */
    static final String ALLOWED =
            "https://friend.example,http://friend.example:8080,https://xn--caf-dma.example,https://[2001:db8::7]";

    private static final Pattern REPEATED = Pattern.compile("\\((\\d+) x ([^)]+)\\)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(u[0-9a-f]{4}|x[0-9a-f]{2}|[tr0\\\\])");

    /** One line, as it stands in the file. */
    record Entry(String expected, String origins, String hosts, String others, String why) {

        /** Returns the Origin headers as bytes, each held as one character. */
        List<String> originsAt(int port) {
            return origins.equals("(absent)") ? List.of() : values(origins, port);
        }

        List<String> hostsAt(int port) {
            if (hosts.equals("(absent)")) {
                return List.of();
            }
            return hosts.equals("-") ? List.of("localhost:" + port) : values(hosts, port);
        }

        List<String> othersAt(int port) {
            return others.equals("-")
                    ? List.of()
                    : Arrays.stream(others.split(" &\\+ "))
                            .map(other -> bytes(other, port))
                            .toList();
        }

        private static List<String> values(String column, int port) {
            return Arrays.stream(column.split(" && "))
                    .map(value -> value.equals("(empty)") ? "" : bytes(value, port))
                    .toList();
        }
    }

    private OriginCorpus() {}

    static List<Entry> read() throws IOException {
        try (InputStream file = OriginCorpus.class.getResourceAsStream("/security/origins.txt")) {
            List<Entry> entries = new ArrayList<>();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] columns = line.split(" \\| ", -1);
                entries.add(new Entry(columns[0], columns[1], columns[2], columns[3], columns[4]));
            }
            return entries;
        }
    }

    private static String bytes(String value, int port) {
        String whole = REPEATED.matcher(value)
                .replaceAll(found -> found.group(2).repeat(Integer.parseInt(found.group(1))))
                .replace("{port}", Integer.toString(port));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int end = 0;
        for (MatchResult escape : ESCAPED.matcher(whole).results().toList()) {
            bytes.writeBytes(whole.substring(end, escape.start()).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(unescaped(escape.group(1)));
            end = escape.end();
        }
        bytes.writeBytes(whole.substring(end).getBytes(StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] unescaped(String escape) {
        int code = escape.length() > 1 ? Integer.parseInt(escape.substring(1), 16) : 0;
        return switch (escape.charAt(0)) {
            case 'u' -> Character.toString(code).getBytes(StandardCharsets.UTF_8);
            case 'x' -> new byte[] {(byte) code};
            case 't' -> new byte[] {'\t'};
            case 'r' -> new byte[] {'\r'};
            case '0' -> new byte[] {0};
            default -> new byte[] {'\\'};
        };
    }
}
