package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds for small buffers as it does for large ones, on a Tomcat whose buffers are small from the start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeanConnectionsTests extends LargeFrames {

    private Started application;

    private record Started(Process process, int port, List<String> output) {}

    @BeforeAll
    void start() throws IOException {
        application = start("--liveview.lean-connections=true");
    }

    @AfterAll
    void stop() {
        application.process().destroyForcibly();
    }

    @Override
    int port() {
        return application.port();
    }

    @Test
    void serverSaysNothingOfIt() {
        assertThat(application.output()).noneMatch(line -> line.contains("liveview.lean-connections"));
    }

    @Test
    void otherEndpointsKeepTheirLimit() {
        String text = "\u00e4".repeat(3_500);
        try (RawWebSocket other = RawWebSocket.open(port(), "/echo", List.of("Origin: http://localhost:" + port()))) {
            other.send(text);
            assertThat(other.next()).isEqualTo(text);
            other.send("x".repeat(9_000));
            assertThat(other.next()).isEqualTo("close 1009");
        }
    }

    @Test
    void longHeadersAndFormsAndAnswersAreAsEver() throws Exception {
        String header = "x".repeat(7_000);
        HttpRequest asked = request("/header").header("X-Long", header).build();
        assertThat(send(asked)).isEqualTo(header);

        String text = "x".repeat(100_000);
        HttpRequest posted = request("/form")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("text=" + text))
                .build();
        assertThat(send(posted)).isEqualTo(text);
    }

    @Test
    void whereItComesTooLateTheLogSaysSoAndWhatToDo() throws IOException {
        Started late = start("--liveview.lean-connections=true", LeanApplication.TOO_LATE);
        late.process().destroyForcibly();

        assertThat(late.output())
                .anyMatch(line -> line.contains("expected WebSocket buffers of 1024 bytes, got 8192")
                        && line.contains("-Dorg.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE=1024"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    private static String send(HttpRequest request) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    /** A process of its own: Tomcat reads the size once, and other tests have had it read by now. */
    private static Started start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                LeanApplication.class.getName(),
                "--server.port=0",
                "--liveview.page-token=optional",
                "--liveview.broadcast=local"));
        command.addAll(Stream.of(arguments).toList());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> output = new ArrayList<>();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(LeanApplication.STARTED)) {
                drain(lines);
                return new Started(process, Integer.parseInt(line.substring(LeanApplication.STARTED.length())), output);
            }
            output.add(line);
        }
        throw new AssertionError("The application did not start: " + String.join("\n", output));
    }

    private static void drain(BufferedReader lines) {
        Thread reader = new Thread(() -> {
            try {
                while (lines.readLine() != null) {
                    // What it says from now on is nobody's matter, but the pipe must not fill up.
                }
            } catch (IOException e) {
                // The process has ended.
            }
        });
        reader.setDaemon(true);
        reader.start();
    }
}
