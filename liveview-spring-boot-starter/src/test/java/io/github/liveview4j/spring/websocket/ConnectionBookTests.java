package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.limit.Meters;
import io.github.liveview4j.limit.Peer;
import io.github.liveview4j.limit.Rate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ConnectionBookTests {

    private final AtomicLong nanos = new AtomicLong();
    private final ConnectionBook book = new ConnectionBook(new ConnectionLimits(20, 50, new Rate(50, 500)), nanos::get);

    @Test
    void aSessionHasTwentySocketsAndGetsAnotherWhenOneIsClosed() {
        Peer peer = new Peer("session", null);
        for (int i = 0; i < 20; i++) {
            assertThat(book.refusal(peer)).isEmpty();
            assertThat(book.enter(peer)).isTrue();
        }
        assertThat(book.refusal(peer)).get().asString().contains("liveview.limits.session-sockets");
        assertThat(book.enter(peer)).isFalse();
        assertThat(book.refusal(new Peer("another", null))).isEmpty();

        book.leave(peer);
        assertThat(book.refusal(peer)).isEmpty();
        assertThat(book.enter(peer)).isTrue();
    }

    @Test
    void theLogSpeaksOfAProxyWhereAnAddressHasTooManyAndOfTabsWhereASessionHas(CapturedOutput output) {
        for (int i = 0; i < 20; i++) {
            book.enter(new Peer("session", null));
        }
        book.refusal(new Peer("session", null));
        assertThat(output).contains("liveview.limits.session-sockets", "tabs").doesNotContain("proxy");

        nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
        for (int i = 0; i < 50; i++) {
            book.enter(new Peer(null, "203.0.113.7"));
        }
        book.refusal(new Peer(null, "203.0.113.7"));
        assertThat(output)
                .contains("liveview.limits.address-sockets", "If that is a proxy", "server.forward-headers-strategy");
    }

    @Test
    void aSocketThatIsTooManyForItsSessionIsNotCountedForItsAddress() {
        for (int i = 0; i < 100; i++) {
            book.enter(new Peer("session", "203.0.113.7"));
        }
        for (int i = 0; i < 30; i++) {
            assertThat(book.enter(new Peer(null, "203.0.113.7"))).isTrue();
        }
        assertThat(book.enter(new Peer(null, "203.0.113.7"))).isFalse();
        assertThat(book.refusal(new Peer(null, "203.0.113.7")))
                .get()
                .asString()
                .contains("liveview.limits.address-sockets");
    }

    @Test
    void handshakesOfAnAddressHaveARate() {
        Peer peer = new Peer(null, "203.0.113.7");
        for (int i = 0; i < 500; i++) {
            assertThat(book.refusal(peer)).isEmpty();
        }
        assertThat(book.refusal(peer)).get().asString().contains("liveview.limits.handshakes");
        assertThat(book.refusal(new Peer(null, "203.0.113.8"))).isEmpty();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        for (int i = 0; i < 50; i++) {
            assertThat(book.refusal(peer)).isEmpty();
        }
        assertThat(book.refusal(peer)).isPresent();
    }

    @Test
    void aFloodFromManyAddressesFillsNeitherTheBookNorTheLog(CapturedOutput output) {
        for (int i = 0; i < 1_000_000; i++) {
            Peer peer = new Peer("session" + i, "address" + i);
            book.refusal(peer);
            book.enter(peer);
            book.leave(peer);
        }
        assertThat(book.size()).isLessThanOrEqualTo(Meters.MOST);
        for (int i = 0; i < 1_000; i++) {
            book.refusal(new Peer(null, "one address"));
        }

        nanos.addAndGet(TimeUnit.MINUTES.toNanos(2));
        assertThat(book.size()).isZero();
        assertThat(output.getAll().lines().filter(line -> line.contains("429"))).hasSize(1);
    }
}
