package io.github.liveview4j.examples.reliability.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A node's way to the {@link Ledger}, as an application's way to its database. For any thread. */
class LedgerClient {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    LedgerClient(int port) {
        this.port = port;
    }

    /** The ids of the messages of each room, as text. */
    Map<String, String> model(List<String> rooms) {
        Map<String, String> model = new LinkedHashMap<>();
        for (String line : ask("/model?" + String.join(",", rooms)).split("\n")) {
            String[] parts = line.split("=", 2);
            model.put(parts[0], parts[1]);
        }
        return model;
    }

    /** Counts a run of a call. */
    void ran(String key) {
        ask("/ran?" + key);
    }

    private String ask(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
