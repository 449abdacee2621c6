package io.github.liveview4j.examples.benchmark.run;

import java.util.List;
import java.util.Locale;

/**
 * Draws rows as bars, by hand: each row is a group with a scale of its own, each server a bar, and what lies between the smallest and
 * the largest round a thin line over it. The colours are legible on light and on dark ground. Stateless.
 */
final class Chart {

    private static final int WIDTH = 760;
    private static final int LEFT = 150;
    private static final int RIGHT = 150;
    private static final int BAR = 16;
    private static final int GAP = 26;
    private static final int TOP = 44;
    private static final List<String> COLOURS =
            List.of("#2f81f7", "#3fb950", "#a371f7", "#d29922", "#8b949e", "#db61a2");

    private Chart() {}

    /** Returns a document for a figure; its rows have at least one value. */
    static String of(String title, List<Row> rows) {
        StringBuilder body = new StringBuilder();
        int y = TOP;
        for (Row row : rows) {
            y = group(body, row, y) + GAP;
        }
        return head(title, y) + body + "</svg>\n";
    }

    private static String head(String title, int height) {
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="%s">
                <style>
                text { font: 12px system-ui, sans-serif; fill: #57606a }
                .title { font-size: 15px; font-weight: 600 }
                .row { font-weight: 600 }
                .spread { stroke: #24292f; stroke-width: 1.5 }
                @media (prefers-color-scheme: dark) { text { fill: #b1bac4 } .spread { stroke: #f0f6fc } }
                </style>
                <text class="title" x="8" y="22">%s</text>
                """, WIDTH, height, WIDTH, height, escaped(title), escaped(title));
    }

    private static int group(StringBuilder body, Row row, int top) {
        String better = Figures.isMoreBetter(row.unit()) ? "more is better" : "less is better";
        body.append(String.format(
                Locale.ROOT,
                "<text class=\"row\" x=\"8\" y=\"%d\">%s</text><text x=\"%d\" y=\"%d\">%s, %s</text>%n",
                top + 12,
                escaped(row.scenario()),
                LEFT + 20,
                top + 12,
                escaped(row.unit()),
                better));
        double most = row.values().keySet().stream()
                .mapToDouble(server -> row.spread(server).orElseThrow().max())
                .max()
                .orElse(0);
        int y = top + 20;
        int unknown = Figures.SERVERS.size();
        for (String server : row.values().keySet()) {
            int place = Figures.SERVERS.contains(server) ? Figures.SERVERS.indexOf(server) : unknown++;
            bar(
                    body,
                    server,
                    COLOURS.get(place % COLOURS.size()),
                    row.spread(server).orElseThrow(),
                    most,
                    y);
            y += BAR + 4;
        }
        return y;
    }

    private static void bar(StringBuilder body, String server, String colour, Spread spread, double most, int y) {
        double scale = most > 0 ? (WIDTH - LEFT - RIGHT) / most : 0;
        double length = Math.max(1, spread.median() * scale);
        int middle = y + BAR / 2;
        body.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                        + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"/>",
                LEFT - 8,
                y + BAR - 4,
                escaped(server),
                LEFT,
                y,
                length,
                BAR,
                colour));
        if (spread.count() > 1) {
            body.append(String.format(
                    Locale.ROOT,
                    "<line class=\"spread\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>",
                    LEFT + Math.max(0, spread.min() * scale),
                    middle,
                    LEFT + Math.max(0, spread.max() * scale),
                    middle));
        }
        body.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\">%s</text>%n",
                LEFT + Math.max(length, spread.max() * scale) + 6,
                y + BAR - 4,
                Table.number(spread.median())));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
