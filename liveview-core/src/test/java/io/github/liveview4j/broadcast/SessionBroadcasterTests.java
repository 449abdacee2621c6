package io.github.liveview4j.broadcast;

import static io.github.liveview4j.LiveViewBroadcaster.everyone;
import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.outer;
import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.protocol.ClientEvent;
import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.protocol.JacksonMessageCodec;
import io.github.liveview4j.protocol.MessageCodec;
import io.github.liveview4j.protocol.ServerEvent;
import io.github.liveview4j.render.FragmentRequest;
import io.github.liveview4j.render.MessageRenderer;
import io.github.liveview4j.session.SessionFixture;
import io.github.liveview4j.session.TestWire;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionBroadcasterTests {

    private final SessionFixture fixture = new SessionFixture();
    private final LocalTransport transport = new LocalTransport(fixture.registry);
    private final List<Dialect> encoded = new CopyOnWriteArrayList<>();
    private final List<FragmentRequest> rendered = new CopyOnWriteArrayList<>();
    private final SessionBroadcaster broadcaster =
            new SessionBroadcaster(new MessageRenderer(this::render), new Counting(), transport);

    @AfterEach
    void stop() {
        transport.close();
        fixture.close();
    }

    private String render(FragmentRequest request) {
        rendered.add(request);
        if (request.name().template().equals("broken")) {
            throw new LiveViewException("no such template");
        }
        return "<i>" + request.locale() + "</i>";
    }

    private final class Counting implements MessageCodec {

        private final MessageCodec codec = new JacksonMessageCodec();

        @Override
        public List<ClientEvent> decode(Dialect dialect, byte[] frame) {
            return codec.decode(dialect, frame);
        }

        @Override
        public List<byte[]> encode(Dialect dialect, ServerEvent event) {
            encoded.add(dialect);
            return codec.encode(dialect, event);
        }
    }

    private static void awaitFrames(TestWire wire, String... frames) {
        await().untilAsserted(() -> assertThat(wire.received()).containsExactly(frames));
    }

    private static String update(String updates) {
        return "{\"type\":\"update\",\"updates\":[" + updates + "]}";
    }

    @Test
    void rendersAndEncodesOnceForManyReceivers() {
        List<TestWire> wires = SessionFixture.wires(30);
        fixture.openAll("lobby", wires);

        broadcaster
                .to(everyone())
                .in(Locale.FRENCH)
                .send(replace("#a").template("hello").with("x", 1));

        for (TestWire wire : wires) {
            awaitFrames(wire, update("{\"target\":\"#a\",\"html\":\"<i>fr</i>\"}"));
        }
        assertThat(encoded).containsExactly(Dialect.V2);
        assertThat(rendered).singleElement().satisfies(request -> {
            assertThat(request.model()).containsEntry("x", 1);
            assertThat(request.connection()).isEmpty();
        });
    }

    @Test
    void speaksToEveryBrowserInItsDialectAndEncodesOnceInEach() {
        TestWire v2 = new TestWire();
        TestWire v1 = new TestWire();
        TestWire otherV1 = new TestWire();
        fixture.open("lobby", v2);
        fixture.open("lobby", null, v1);
        fixture.open("lobby", null, otherV1);

        broadcaster.broadcast(replace("#a").html("a"), outer("#b").html("b"), page().title("c"));

        awaitFrames(
                v2,
                update("{\"target\":\"#a\",\"html\":\"a\"},{\"target\":\"#b\",\"html\":\"b\",\"swap\":\"outer\"},"
                        + "{\"title\":\"c\"}"));
        awaitFrames(v1, "{\"target\":\"#a\",\"html\":\"a\"}", "{\"title\":\"c\"}");
        awaitFrames(otherV1, "{\"target\":\"#a\",\"html\":\"a\"}", "{\"title\":\"c\"}");
        assertThat(encoded).containsExactlyInAnyOrder(Dialect.V2, Dialect.V1);
    }

    @Test
    void reachesTheRoomAndNobodyElse() {
        TestWire lobby = new TestWire();
        TestWire garden = new TestWire();
        fixture.open("lobby", lobby);
        fixture.open("garden", garden);

        broadcaster.to(room("lobby")).send(page().title("lobby"));
        broadcaster.to(room("nowhere")).send(page().title("nowhere"));
        broadcaster.to(everyone()).send(page().title("all"));

        awaitFrames(garden, update("{\"title\":\"all\"}"));
        awaitFrames(lobby, update("{\"title\":\"lobby\"}"), update("{\"title\":\"all\"}"));
    }

    @Test
    void rendersInTheDefaultLanguageUnlessToldOtherwise() {
        TestWire wire = new TestWire();
        fixture.open("lobby", wire);
        var sender = broadcaster.to(everyone());

        sender.in(Locale.JAPANESE);
        sender.send(replace("#a").template("hello"));

        assertThat(rendered).extracting(FragmentRequest::locale).containsExactly(Locale.getDefault());
    }

    @Test
    void sendsNothingForNoMessages() {
        TestWire wire = new TestWire();
        fixture.open("lobby", wire);

        broadcaster.broadcast();
        broadcaster.to(room("lobby")).send();
        broadcaster.broadcast(page().title("last"));

        awaitFrames(wire, update("{\"title\":\"last\"}"));
        assertThat(encoded).hasSize(1);
    }

    @Test
    void tellsTheCallerOfATemplateThatFailsAndSendsNothing() {
        TestWire wire = new TestWire();
        fixture.open("lobby", wire);

        assertThatThrownBy(() -> broadcaster.broadcast(
                        page().title("first"), replace("#a").template("broken")))
                .isInstanceOf(LiveViewException.class)
                .hasMessage("no such template");

        broadcaster.broadcast(page().title("last"));
        awaitFrames(wire, update("{\"title\":\"last\"}"));
    }

    @Test
    @DisplayName("D54: a transport that fails is told to the caller, and nobody alone gets the broadcast instead")
    void tellsTheCallerOfATransportThatFails() {
        TestWire wire = new TestWire();
        fixture.open("lobby", wire);
        SessionBroadcaster cut =
                new SessionBroadcaster(new MessageRenderer(this::render), new Counting(), broadcast -> {
                    throw new IllegalStateException("no connection to the other nodes");
                });

        assertThatThrownBy(() -> cut.broadcast(page().title("lost"))).hasMessage("no connection to the other nodes");

        broadcaster.broadcast(page().title("last"));
        awaitFrames(wire, update("{\"title\":\"last\"}"));
    }

    @Test
    void tellsTheCallerOfAnEventThatCannotBeWritten() {
        Object unwritable = new Object() {
            @SuppressWarnings("unused")
            public String getText() {
                throw new IllegalStateException("on purpose");
            }
        };

        assertThatThrownBy(() -> broadcaster.broadcast(page().event("e", unwritable)))
                .isInstanceOf(LiveViewException.class);
    }
}
