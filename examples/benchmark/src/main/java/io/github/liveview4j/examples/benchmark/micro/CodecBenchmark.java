package io.github.liveview4j.examples.benchmark.micro;

import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.protocol.ClientEvent;
import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.protocol.JacksonMessageCodec;
import io.github.liveview4j.protocol.MessageCodec;
import io.github.liveview4j.protocol.ServerEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Frames of a browser, read, and of the server, written. */
@State(Scope.Benchmark)
public class CodecBenchmark {

    private static final String CALL =
            "{\"type\":\"call\",\"id\":7,\"done\":6,\"function\":\"say_hello\",\"data\":{\"seq\":6},"
                    + "\"form\":[[\"name\",\"Ada\"]],\"lang\":\"en\"}";
    private static final String HELLO =
            "{\"type\":\"hello\",\"page\":\"benchmark-page-00000-1\",\"lang\":\"en\",\"done\":0,"
                    + "\"epoch\":\"abcdefgh\",\"seq\":12,\"token\":\"" + "t".repeat(300) + "\",\"rooms\":{\"chat:7\":\""
                    + "r".repeat(120) + "\"}}";
    private static final String HTML =
            "<div class=\"greeting\">\n  <h2>Hello, Ada!</h2>\n  <p>You are in room <em>bench</em>. "
                    + "It is nice to see you.</p>\n</div>\n";

    private final MessageCodec codec = new JacksonMessageCodec();
    private final byte[] call = CALL.getBytes(StandardCharsets.UTF_8);
    private final byte[] hello = HELLO.getBytes(StandardCharsets.UTF_8);
    private final List<LiveViewMessage> messages =
            List.of(LiveViewMessage.replace("#greeting").html(HTML));

    /** Reads a call. */
    @Benchmark
    public List<ClientEvent> readCall() {
        return codec.decode(Dialect.V2, call);
    }

    /** Reads the first frame of a socket. */
    @Benchmark
    public List<ClientEvent> readHello() {
        return codec.decode(Dialect.V2, hello);
    }

    /** Writes a reply that changes the page. */
    @Benchmark
    public List<byte[]> writeReply() {
        return codec.encode(Dialect.V2, new ServerEvent.Reply(7, messages, null));
    }

    /** Writes what a handler sends before its reply. */
    @Benchmark
    public List<byte[]> writeUpdate() {
        return codec.encode(Dialect.V2, new ServerEvent.Update(messages, 7L, 1));
    }
}
