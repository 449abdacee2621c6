package io.github.liveview4j.examples.benchmark.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The HTTP in front of a WebSocket, for all pages with the same key: nobody caches here. Immutable. */
final class Handshake {

    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final byte[] END = Bytes.of("\r\n\r\n");
    private static final byte[] ACCEPTED = Bytes.of(accepted());
    private static final byte[] SWITCHING = Bytes.of("HTTP/1.1 101");

    private Handshake() {}

    static byte[] request(String host, int port, String path, Map<String, String> headers) {
        StringBuilder request = new StringBuilder(512)
                .append("GET ")
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append(':')
                .append(port)
                .append("\r\nOrigin: http://")
                .append(host)
                .append(':')
                .append(port)
                .append(
                        "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ")
                .append(KEY)
                .append("\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        return request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Returns where the first frame begins, or -1 where the answer is not all there.
     *
     * @throws IllegalStateException where it is not the one that RFC 6455 wants
     */
    static int end(byte[] answer, int length) {
        int end = Bytes.indexOf(answer, 0, length, END);
        if (end < 0) {
            return -1;
        }
        if (Bytes.indexOf(answer, 0, SWITCHING.length, SWITCHING) != 0 || Bytes.indexOf(answer, 0, end, ACCEPTED) < 0) {
            throw new IllegalStateException(
                    "Expected a WebSocket, got " + new String(answer, 0, end, StandardCharsets.ISO_8859_1));
        }
        return end + END.length;
    }

    private static String accepted() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1").digest(Bytes.of(KEY + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
