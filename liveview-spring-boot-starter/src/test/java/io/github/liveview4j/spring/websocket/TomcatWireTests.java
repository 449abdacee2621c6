package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.Wire.Completion;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.util.net.SocketWrapperBase.BlockingMode;
import org.apache.tomcat.util.net.SocketWrapperBase.CompletionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.stubbing.Answer;

/** What the wire makes of each answer that Tomcat may give; that Tomcat gives them is for {@link TomcatWritesTests}. */
class TomcatWireTests {

    private final Session session = mock(Session.class, RETURNS_DEEP_STUBS);
    private final SocketWrapperBase<?> socket = mock(SocketWrapperBase.class);
    private final TomcatWire wire = new TomcatWire(session, socket, Duration.ofSeconds(1));
    private final List<String> outcomes = new CopyOnWriteArrayList<>();
    private final AtomicInteger writes = new AtomicInteger();

    private final Completion completion = new Completion() {
        @Override
        public void sent() {
            outcomes.add("sent");
        }

        @Override
        public void failed(Throwable cause) {
            outcomes.add("failed: " + cause.getMessage());
        }
    };

    @BeforeEach
    void open() {
        when(session.isOpen()).thenReturn(true);
    }

    private void tomcatAnswers(Answer<CompletionState> answer) {
        when(socket.write(
                        any(BlockingMode.class),
                        anyLong(),
                        any(),
                        any(),
                        any(SocketWrapperBase.CompletionCheck.class),
                        any(),
                        any(ByteBuffer[].class)))
                .thenAnswer(call -> {
                    writes.incrementAndGet();
                    return answer.answer(call);
                });
    }

    private void send() {
        wire.sendAsync(Frame.of("{}".getBytes(StandardCharsets.UTF_8)), completion);
    }

    @Test
    void whatIsTakenAtOnceIsSentWithinTheCall() {
        tomcatAnswers(call -> CompletionState.INLINE);

        send();

        assertThat(outcomes).containsExactly("sent");
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "DONE", "ERROR"})
    void inAnyOtherStateTomcatTellsTheOutcomeItself(CompletionState state) {
        tomcatAnswers(call -> state);

        send();
        assertThat(outcomes).isEmpty();

        wire.completed(4L, completion);
        assertThat(outcomes).containsExactly("sent");
    }

    @Test
    void aWriteThatFailsIsToldOf() {
        wire.failed(new IOException("Broken pipe"), completion);

        assertThat(outcomes).containsExactly("failed: Broken pipe");
    }

    @Test
    void whileTomcatIsWritingItselfTheWriteIsTriedAgain() {
        tomcatAnswers(call -> writes.get() < 4 ? CompletionState.NOT_DONE : CompletionState.INLINE);

        send();

        await().untilAsserted(() -> assertThat(outcomes).containsExactly("sent"));
        assertThat(writes).hasValue(4);
    }

    @Test
    void aWriteIsNotTriedAgainOnceTheConnectionIsClosed() {
        tomcatAnswers(call -> {
            when(session.isOpen()).thenReturn(false);
            return CompletionState.NOT_DONE;
        });

        send();

        await().untilAsserted(() -> assertThat(outcomes).containsExactly("failed: The connection is closed"));
        assertThat(writes).hasValue(1);
    }

    @Test
    void anErrorOfALaterTryIsToldOf() {
        tomcatAnswers(call -> {
            if (writes.get() > 1) {
                throw new IllegalStateException("recycled");
            }
            return CompletionState.NOT_DONE;
        });

        send();

        await().untilAsserted(() -> assertThat(outcomes).containsExactly("failed: recycled"));
    }

    @Test
    void aConnectionThatIsGoneIsNotWrittenTo() {
        tomcatAnswers(call -> CompletionState.INLINE);

        wire.forget();
        send();

        assertThat(outcomes).containsExactly("failed: The connection is gone");
        assertThat(writes).hasValue(0);
        assertThat(wire.isOpen()).isFalse();
    }

    @Test
    void isOpenAsLongAsTheSessionIs() {
        assertThat(wire.isOpen()).isTrue();
        when(session.isOpen()).thenReturn(false);
        assertThat(wire.isOpen()).isFalse();
    }
}
