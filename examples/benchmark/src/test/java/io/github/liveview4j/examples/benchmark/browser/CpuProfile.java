package io.github.liveview4j.examples.benchmark.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of one change to the table goes, by Chromium's own profiler: {@code -Dbenchmark.profile=morph-10000-unkeyed-all-changed}
 * does it ten times, writes a file that the browser's developer tools open, and prints what has most of the time itself. With the
 * client as readable as it is built, so that names are names.
 */
final class CpuProfile {

    private static final Pattern SCENARIO = Pattern.compile("morph-(\\d+)-(keyed|unkeyed)-([a-z-]+)");
    private static final int ROUNDS = 10;
    private static final int SHOWN = 25;

    private CpuProfile() {}

    /** Returns the scenario that is to be profiled, or null where figures are wanted. */
    static @Nullable String wanted() {
        return System.getProperty("benchmark.profile");
    }

    /** Gives a page the client as it can be read, whose functions have names; to be called before it loads. */
    static void makeReadable(Page page) {
        page.route(
                Pattern.compile("/liveview\\.min\\.js"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody(Scripts.readableClient())));
    }

    static void of(Morphs morphs, String scenario, Path file) throws IOException {
        Matcher parts = SCENARIO.matcher(scenario);
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected a name as morph-1000-keyed-one-changed, got " + scenario);
        }
        String server = System.getProperty("benchmark.profile.server", "library");
        Page page = morphs.page(server);
        CDPSession session = page.context().newCDPSession(page);
        int size = Integer.parseInt(parts.group(1));
        boolean isKeyed = parts.group(2).equals("keyed");
        morphs.run(server, size, isKeyed, parts.group(3));
        session.send("Profiler.enable");
        session.send("Profiler.start");
        for (int round = 0; round < ROUNDS; round++) {
            morphs.run(server, size, isKeyed, parts.group(3));
        }
        JsonObject profile = session.send("Profiler.stop").getAsJsonObject("profile");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, profile.toString());
        print(scenario, profile);
    }

    private static void print(String scenario, JsonObject profile) {
        Map<Integer, String> names = new HashMap<>();
        for (JsonElement each : profile.getAsJsonArray("nodes")) {
            JsonObject node = each.getAsJsonObject();
            JsonObject frame = node.getAsJsonObject("callFrame");
            names.put(
                    node.get("id").getAsInt(),
                    "%s:%d"
                            .formatted(
                                    frame.get("functionName").getAsString(),
                                    frame.get("lineNumber").getAsInt() + 1));
        }
        Map<String, Double> own = new HashMap<>();
        List<JsonElement> samples = profile.getAsJsonArray("samples").asList();
        List<JsonElement> pauses = profile.getAsJsonArray("timeDeltas").asList();
        for (int index = 0; index < samples.size(); index++) {
            // Microseconds.
            own.merge(
                    names.get(samples.get(index).getAsInt()),
                    pauses.get(index).getAsInt() / 1000.0 / ROUNDS,
                    Double::sum);
        }
        System.out.println(scenario + ", milliseconds a round, function:line");
        own.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(entry -> System.out.printf("%8.1f %s%n", entry.getValue(), entry.getKey()));
    }
}
