package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import io.github.liveview4j.session.Wire;
import jakarta.websocket.Session;
import java.lang.reflect.InaccessibleObjectException;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.websocket.WsSession;
import org.apache.tomcat.websocket.server.WsRemoteEndpointImplServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WiresTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final Session session = mock(Session.class, RETURNS_DEEP_STUBS);

    /** A Tomcat that is made differently inside. */
    static class WithoutFields {}

    static class WithAnotherType {
        @Nullable
        String wsRemoteEndpoint;

        @Nullable
        String socketWrapper;
    }

    static class WithTheSocket {
        @Nullable
        SocketWrapperBase<?> socketWrapper;
    }

    static class WithTheEndpoint {
        @Nullable
        WithoutFields wsRemoteEndpoint;
    }

    @Test
    void theTomcatOfThisSpringBootHasBothFields() throws ReflectiveOperationException {
        assertThat(TomcatSockets.find()).isNotNull();
        assertThat(WsSession.class.getModule().isNamed()).isFalse();
    }

    static Stream<Wires.Finder> otherContainers() {
        return Stream.of(
                () -> TomcatSockets.find(WithoutFields.class, WsRemoteEndpointImplServer.class),
                () -> TomcatSockets.find(WithTheEndpoint.class, WithoutFields.class),
                () -> TomcatSockets.find(WithAnotherType.class, WithTheSocket.class),
                () -> TomcatSockets.find(WsSession.class, WithAnotherType.class),
                () -> {
                    throw new NoClassDefFoundError("org/apache/tomcat/websocket/WsSession");
                },
                () -> {
                    throw new InaccessibleObjectException("module org.apache.tomcat does not open it");
                });
    }

    @ParameterizedTest
    @MethodSource("otherContainers")
    void whereTheSocketIsNotFoundTheStandardsWayIsTaken(Wires.Finder finder) {
        Wire wire = Wires.of(finder, TIMEOUT).over(session, false);

        assertThat(wire).isExactlyInstanceOf(JakartaWire.class);
        assertThat(wire.prefersBlocking()).isTrue();
    }

    @Test
    void aFieldOfAnotherTypeIsNamed() {
        assertThatThrownBy(() -> TomcatSockets.find(WsSession.class, WithAnotherType.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wsRemoteEndpoint");
    }

    @Test
    void aSessionThatIsNotTomcatsHasTheStandardsWire() {
        assertThat(Wires.ofTomcat(TIMEOUT).over(session, false)).isExactlyInstanceOf(JakartaWire.class);
    }

    @Test
    void aSocketThatTheContainerCannotGiveHasTheStandardsWire() {
        Wires.Container none = (socket, timeout) -> null;

        assertThat(Wires.of(() -> none, TIMEOUT).over(session, false)).isExactlyInstanceOf(JakartaWire.class);
    }
}
