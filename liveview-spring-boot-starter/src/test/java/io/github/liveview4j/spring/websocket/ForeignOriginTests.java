package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewMiddleware;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Tries every origin of the corpus at a real server, with a call right behind the handshake, as who does not wait for the
 * answer would send it.
 */
@DisplayName("S1: a foreign page opens no socket and runs no handler")
@Tag("long")
class ForeignOriginTests {

    /** Lets a permit go for every call that reaches a handler. */
    @Configuration(proxyBeanMethods = false)
    @Import(EndpointApplication.class)
    static class CountedApplication {

        @Bean
        Semaphore runs() {
            return new Semaphore(0);
        }

        @Bean
        LiveViewMiddleware counting(Semaphore runs) {
            return (consumer, content, next) -> {
                runs.release();
                next.proceed();
            };
        }
    }

    private static final byte[] V1_CALL = frame("{\"function\":\"say_hello\"}");

    abstract static class AtAServer {

        @LocalServerPort
        private int port;

        @Autowired
        private Semaphore runs;

        /** Tries the corpus, and returns the outcomes that differ from what is expected. */
        List<String> surprises(boolean hasProxy) throws Exception {
            List<String> surprises = new ArrayList<>();
            Map<String, Integer> counts = new TreeMap<>();
            for (OriginCorpus.Entry entry : OriginCorpus.read()) {
                for (boolean second : new boolean[] {false, true}) {
                    int status = attempt(entry, second);
                    boolean isIn = status == 101;
                    if (isIn && !runs.tryAcquire(10, TimeUnit.SECONDS)) {
                        surprises.add("let in, but no handler ran: " + entry);
                    }
                    boolean isMeant = switch (entry.expected()) {
                        case "in" -> isIn;
                        case "out" -> status == 400 || status == 403;
                        case "proxy" -> hasProxy ? isIn || status == 403 : status == 403;
                        default -> false;
                    };
                    if (!isMeant) {
                        surprises.add(status + " for " + entry);
                    }
                    counts.merge(entry.expected() + " " + status, 1, Integer::sum);
                }
            }
            // One that is let in comes after all others: what they had sent would have run by now.
            assertThat(attempt(new OriginCorpus.Entry("in", "http://localhost:{port}", "-", "-", ""), false))
                    .isEqualTo(101);
            assertThat(runs.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            assertThat(runs.availablePermits())
                    .as("handlers run for the refused")
                    .isZero();
            System.out.println("origins: " + counts);
            if (hasProxy) {
                assertThat(counts).as("headers of the proxy count").containsKey("proxy 101");
            }
            return surprises;
        }

        private int attempt(OriginCorpus.Entry entry, boolean second) throws IOException {
            StringBuilder request = new StringBuilder("GET /ws/liveview/3c6e9b1a7d0f4b529f3e2f6a4a1f0f5d HTTP/1.1\r\n");
            entry.hostsAt(port)
                    .forEach(host -> request.append("Host: ").append(host).append("\r\n"));
            request.append("Upgrade: websocket\r\nConnection: Upgrade\r\n")
                    .append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n");
            if (second) {
                request.append("Sec-WebSocket-Protocol: liveview.v2\r\n");
            }
            entry.originsAt(port)
                    .forEach(origin -> request.append("Origin: ").append(origin).append("\r\n"));
            entry.othersAt(port).forEach(other -> request.append(other).append("\r\n"));
            byte[] head = request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(concat(head, second ? v2Call() : V1_CALL));
                socket.getOutputStream().flush();
                int status = Integer.parseInt(line(socket.getInputStream()).split(" ")[1]);
                if (status == 101) {
                    awaitUpdate(socket.getInputStream());
                }
                return status;
            }
        }

        /** Reads until the answer of the handler has come, so that closing the socket takes nothing away. */
        private static void awaitUpdate(InputStream in) throws IOException {
            StringBuilder read = new StringBuilder();
            while (read.indexOf("Hello, World") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new AssertionError("The socket was closed after " + read);
                }
                read.append((char) next);
            }
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.append((char) next);
            }
            return line.toString();
        }
    }

    @Nested
    @SpringBootTest(
            classes = CountedApplication.class,
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = "liveview.allowed-origins=" + OriginCorpus.ALLOWED)
    class WithoutAProxy extends AtAServer {

        @Test
        void corpusIsLongEnough() throws IOException {
            assertThat(OriginCorpus.read()).hasSizeGreaterThan(300).doesNotHaveDuplicates();
            assertThat(OriginCorpus.read())
                    .extracting(OriginCorpus.Entry::expected)
                    .containsOnly("in", "out", "proxy");
        }

        @Test
        void nobodyIsLetInWhoIsNotMeant() throws Exception {
            assertThat(surprises(false)).isEmpty();
        }
    }

    @Nested
    @SpringBootTest(
            classes = CountedApplication.class,
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {
                "liveview.allowed-origins=" + OriginCorpus.ALLOWED,
                "server.forward-headers-strategy=framework"
            })
    class BehindAProxyThatSpringBelieves extends AtAServer {

        @Test
        void nobodyIsLetInByMeansThatAPageHas() throws Exception {
            assertThat(surprises(true)).isEmpty();
        }
    }

    @Nested
    @SpringBootTest(
            classes = CountedApplication.class,
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {"liveview.allowed-origins=" + OriginCorpus.ALLOWED, "server.forward-headers-strategy=native"})
    class BehindAProxyThatTomcatBelieves extends AtAServer {

        @Test
        void nobodyIsLetInByMeansThatAPageHas() throws Exception {
            assertThat(surprises(true)).isEmpty();
        }
    }

    @Nested
    @SpringBootTest(
            classes = CountedApplication.class,
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {
                "liveview.allowed-origins=" + OriginCorpus.ALLOWED,
                "liveview.allow-absent-origin=true",
                "liveview.allowed-hosts=localhost,shop.example"
            })
    class WhereProgramsMayConnect extends AtAServer {

        private int status(String origin, String host, String others) throws IOException {
            return super.attempt(new OriginCorpus.Entry("", origin, host, others, ""), true);
        }

        @Test
        void whoSendsNoOriginIsLetInAndNobodyElse() throws Exception {
            assertThat(status("(absent)", "-", "-")).isEqualTo(101);
            assertThat(status("null", "-", "-")).isEqualTo(403);
            assertThat(status("(empty)", "-", "-")).isEqualTo(403);
            assertThat(status("http://evil.example", "-", "-")).isEqualTo(403);
            assertThat(status("http://localhost:{port} && http://localhost:{port}", "-", "-"))
                    .isEqualTo(403);
            assertThat(status("http://localhost:{port}", "-", "-")).isEqualTo(101);
        }

        @Test
        void browserThatSendsNoOriginIsRefused() throws Exception {
            assertThat(status("(absent)", "-", "Sec-Fetch-Site: cross-site")).isEqualTo(403);
            assertThat(status("(absent)", "-", "Sec-Fetch-Site: same-origin")).isEqualTo(403);
        }

        @Test
        void nameThatAStrangerMadeToLeadHereIsRefused() throws Exception {
            assertThat(status("http://evil.example", "evil.example", "-")).isEqualTo(403);
            assertThat(status("http://127.0.0.1:{port}", "127.0.0.1:{port}", "-"))
                    .isEqualTo(403);
            assertThat(status("https://friend.example", "evil.example", "-")).isEqualTo(403);
            assertThat(status("(absent)", "evil.example", "-")).isEqualTo(403);
            assertThat(status("http://shop.example", "SHOP.example", "-")).isEqualTo(101);
        }
    }

    /** Of a page of its own each time: a call that a page has made is not run again. */
    private static byte[] v2Call() {
        return concat(
                frame("{\"type\":\"hello\",\"page\":\"" + UUID.randomUUID() + "\"}"),
                frame("{\"type\":\"call\",\"id\":1,\"function\":\"say_hello\"}"));
    }

    /** Masked with zeros, which is a mask. */
    private static byte[] frame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        return concat(new byte[] {(byte) 0x81, (byte) (0x80 | payload.length), 0, 0, 0, 0}, payload);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
