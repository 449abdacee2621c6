package io.github.liveview4j.examples.reliability.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Fetches pages over HTTP, as a browser does when it loads one and when a page fetches itself. For any thread. */
final class PageLoader {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    CompletableFuture<LoadedPage> load(int port, List<String> rooms) {
        URI address = URI.create("http://localhost:" + port + "/page?rooms=" + String.join(",", rooms));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Cache-Control", "no-store")
                .timeout(Duration.ofSeconds(15))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).thenCompose(response -> {
            if (response.statusCode() != 200) {
                return CompletableFuture.failedFuture(new IOException("status " + response.statusCode()));
            }
            return CompletableFuture.completedFuture(LoadedPage.parse(response.body()));
        });
    }
}
