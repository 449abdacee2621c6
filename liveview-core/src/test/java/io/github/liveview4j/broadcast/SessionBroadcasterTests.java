package io.github.liveview4j.broadcast;

import static io.github.liveview4j.LiveViewBroadcaster.everyone;
import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewBroadcaster.user;
import static io.github.liveview4j.LiveViewMessage.after;
import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.before;
import static io.github.liveview4j.LiveViewMessage.element;
import static io.github.liveview4j.LiveViewMessage.outer;
import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.prepend;
import static io.github.liveview4j.LiveViewMessage.remove;
import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.protocol.ClientEvent;
import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.protocol.JacksonMessageCodec;
import io.github.liveview4j.protocol.MessageCodec;
import io.github.liveview4j.protocol.ServerEvent;
import io.github.liveview4j.render.FragmentRequest;
import io.github.liveview4j.render.MessageRenderer;
import io.github.liveview4j.room.Broadcast;
import io.github.liveview4j.room.HistoryLimits;
import io.github.liveview4j.session.SessionFixture;
import io.github.liveview4j.session.SessionLimits;
import io.github.liveview4j.session.TestWire;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionBroadcasterTests {

    private final List<Dialect> encoded = new CopyOnWriteArrayList<>();
    private final List<FragmentRequest> rendered = new CopyOnWriteArrayList<>();
    private final MessageCodec codec = new Counting();
    private final RoomFixture fixture =
            new RoomFixture(SessionLimits.DEFAULTS, HistoryLimits.DEFAULTS, codec::updatesInV1);
    private final SessionBroadcaster broadcaster =
            new SessionBroadcaster(new MessageRenderer(this::render), codec, fixture.transport);

    @AfterEach
    void stop() {
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
            throw new AssertionError("a broadcast is no event of a connection");
        }

        @Override
        public byte[] encodeUpdates(List<LiveViewMessage> messages) {
            encoded.add(Dialect.V2);
            return codec.encodeUpdates(messages);
        }

        @Override
        public List<byte[]> updatesInV1(byte[] updates) {
            encoded.add(Dialect.V1);
            return codec.updatesInV1(updates);
        }
    }

    private static void awaitFrames(TestWire wire, String... frames) {
        await().untilAsserted(() -> assertThat(wire.received()).containsExactly(frames));
    }

    /** A broadcast to everyone, and of the first place unless told otherwise. */
    private String update(String updates) {
        return fixture.update("*", 1, 1, updates);
    }

    /** A page of which nothing but the id counts. */
    private static LiveViewConsumer consumer(String id) {
        return (LiveViewConsumer) Proxy.newProxyInstance(
                LiveViewConsumer.class.getClassLoader(),
                new Class<?>[] {LiveViewConsumer.class},
                (proxy, method, args) -> {
                    assertThat(method.getName()).isEqualTo("id");
                    return id;
                });
    }

    @Test
    void rendersAndEncodesOnceForManyReceivers() {
        List<TestWire> wires = SessionFixture.wires(30);
        wires.forEach(wire -> fixture.open(wire, "lobby"));

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
        fixture.open(v2, "lobby");
        fixture.open(null, v1, "lobby");
        fixture.open(null, otherV1, "lobby");

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
        fixture.open(lobby, "lobby");
        fixture.open(garden, "garden");

        broadcaster.to(room("lobby")).send(page().title("lobby"));
        broadcaster.to(room("nowhere")).send(page().title("nowhere"));
        broadcaster.to(everyone()).send(page().title("all"));

        awaitFrames(garden, fixture.update("*", 1, 3, "{\"title\":\"all\"}"));
        awaitFrames(
                lobby,
                fixture.update("lobby", 1, 1, "{\"title\":\"lobby\"}"),
                fixture.update("*", 1, 3, "{\"title\":\"all\"}"));
    }

    @Test
    void rendersInTheDefaultLanguageUnlessToldOtherwise() {
        TestWire wire = new TestWire();
        fixture.open(wire, "lobby");
        var sender = broadcaster.to(everyone());

        sender.in(Locale.JAPANESE);
        sender.send(replace("#a").template("hello"));

        assertThat(rendered).extracting(FragmentRequest::locale).containsExactly(Locale.getDefault());
    }

    @Test
    void sendsNothingForNoMessages() {
        TestWire wire = new TestWire();
        fixture.open(wire, "lobby");

        broadcaster.broadcast();
        broadcaster.to(room("lobby")).send();
        broadcaster.broadcast(page().title("last"));

        awaitFrames(wire, update("{\"title\":\"last\"}"));
        assertThat(encoded).hasSize(1);
    }

    @Test
    void tellsTheCallerOfATemplateThatFailsAndSendsNothing() {
        TestWire wire = new TestWire();
        fixture.open(wire, "lobby");

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
        fixture.open(wire, "lobby");
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

    @Test
    void reachesThePagesOfAUserWithoutTellingTheName() {
        TestWire desktop = new TestWire();
        TestWire phone = new TestWire();
        TestWire other = new TestWire();
        fixture.open(desktop, "lobby", "@ana");
        fixture.open(phone, "garden", "@ana");
        fixture.open(other, "lobby", "@bob", "ana");

        broadcaster.to(user("ana")).send(page().title("ana"));
        broadcaster.broadcast(page().title("all"));

        for (TestWire wire : List.of(desktop, phone)) {
            awaitFrames(
                    wire,
                    fixture.update("@", 1, 1, "{\"title\":\"ana\"}"),
                    fixture.update("*", 1, 2, "{\"title\":\"all\"}"));
        }
        awaitFrames(other, fixture.update("*", 1, 2, "{\"title\":\"all\"}"));
    }

    @Test
    void reachesOnePageWithoutTellingItsId() {
        TestWire one = new TestWire();
        TestWire other = new TestWire();
        fixture.open(one, "lobby", "#p1");
        fixture.open(other, "lobby", "#p2", "p1");

        broadcaster.to(LiveViewBroadcaster.page("p1")).send(page().title("p1"));
        broadcaster.to(LiveViewBroadcaster.page("gone")).send(page().title("gone"));
        broadcaster.broadcast(page().title("all"));

        awaitFrames(
                one, fixture.update("#", 1, 1, "{\"title\":\"p1\"}"), fixture.update("*", 1, 3, "{\"title\":\"all\"}"));
        awaitFrames(other, fixture.update("*", 1, 3, "{\"title\":\"all\"}"));
    }

    @Test
    void refusesToChangeTheAddressOfMoreThanOnePage() {
        LiveViewMessage[] messages = {
            page().title("first"), replace("#a").template("hello").url("/secret")
        };

        assertThat(List.of(everyone(), room("lobby"), user("ana"))).allSatisfy(audience -> {
            LiveViewBroadcaster.Sender sender = broadcaster.to(audience);
            for (LiveViewBroadcaster.Sender each :
                    List.of(sender, sender.in(Locale.FRENCH), sender.except(consumer("p1")))) {
                assertThatThrownBy(() -> each.send(messages))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("Expected messages without url for more than one page, as it would change the "
                                + "address bar of everybody who reads; got LiveViewMessage[INNER #a, template=hello, "
                                + "effects=[url]]. Send url to one page, with consumer.send or to(page(id)), or leave it "
                                + "away");
            }
        });
        assertThatThrownBy(() -> broadcaster.broadcast(messages)).isInstanceOf(IllegalArgumentException.class);
        assertThat(rendered).isEmpty();
        assertThat(encoded).isEmpty();
    }

    @Test
    void changesTheAddressOfOnePage() {
        TestWire one = new TestWire();
        fixture.open(one, "lobby", "#p1");

        broadcaster.to(LiveViewBroadcaster.page("p1")).in(Locale.FRENCH).send(page().url("/a"));

        awaitFrames(one, fixture.update("#", 1, 1, "{\"url\":\"/a\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "@ana", "#p1", "", "a b", "x\",\"updates\":[]"})
    void refusesARoomOfANameThatNoApplicationCanGive(String name) {
        assertThatThrownBy(() -> broadcaster.to(room(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected a room name of 1 to 128");
    }

    @Test
    void leavesOutThePageThatIsExcepted() {
        TestWire speaker = new TestWire();
        TestWire other = new TestWire();
        TestWire v1 = new TestWire();
        fixture.open(speaker, "lobby").page("p1");
        fixture.open(other, "lobby").page("p2");
        fixture.open(null, v1, "lobby").page("p3");

        broadcaster.to(room("lobby")).except(consumer("p1")).in(Locale.FRENCH).send(page().title("new"));

        awaitFrames(speaker, fixture.update("lobby", 1, 1, ""));
        awaitFrames(other, fixture.update("lobby", 1, 1, "{\"title\":\"new\"}"));
        awaitFrames(v1, "{\"title\":\"new\"}");
    }

    @Test
    void leavesNobodyOutOfTheNextBroadcast() {
        TestWire speaker = new TestWire();
        fixture.open(speaker, "lobby").page("p1");
        var everybody = broadcaster.to(room("lobby"));

        everybody.except(consumer("p1"));
        everybody.send(page().title("new"));

        awaitFrames(speaker, fixture.update("lobby", 1, 1, "{\"title\":\"new\"}"));
    }

    @Test
    void letsPagesCallAHandlerOfTheirOwn() {
        TestWire wire = new TestWire();
        TestWire v1 = new TestWire();
        fixture.open(wire, "lobby");
        fixture.open(null, v1, "lobby");

        broadcaster.to(everyone()).refresh("reload_cart", Map.of("id", 7));
        await().until(() -> wire.count() == 1);
        assertThat(wire.received().get(0))
                .startsWith(update("").replace("]}", "{\"call\":{"))
                .contains("\"function\":\"reload_cart\"", "\"data\":{\"id\":7}");

        broadcaster.broadcast(page().title("last"));
        // A page of the first dialect cannot be asked.
        awaitFrames(v1, "{\"title\":\"last\"}");
    }

    @Test
    void letsPagesCallAHandlerWithoutData() {
        TestWire wire = new TestWire();
        fixture.open(wire, "lobby");

        broadcaster.to(everyone()).refresh("reload_cart");

        await().until(() -> wire.count() == 1);
        assertThat(wire.received().get(0)).contains("\"function\":\"reload_cart\"", "\"data\":{}");
    }

    @Test
    void saysWhatBecameOfABroadcast() {
        SessionBroadcaster failing = new SessionBroadcaster(
                new MessageRenderer(this::render),
                codec,
                broadcast -> CompletableFuture.completedStage(Outcome.FAILED));

        assertThat(broadcaster.broadcast(page().title("a")).toCompletableFuture())
                .isCompletedWithValue(Outcome.SEQUENCED);
        assertThat(broadcaster.broadcast().toCompletableFuture()).isCompletedWithValue(Outcome.SEQUENCED);
        assertThat(failing.broadcast(page().title("a")).toCompletableFuture()).isCompletedWithValue(Outcome.FAILED);
    }

    @Test
    void leavesTheMomentToAnotherUnlessToldAtOnce() {
        List<Broadcast> waiting = new ArrayList<>();
        List<Broadcast> published = new ArrayList<>();
        LiveViewBroadcaster patient = new SessionBroadcaster(
                new MessageRenderer(this::render),
                codec,
                broadcast -> {
                    published.add(broadcast);
                    return CompletableFuture.completedStage(Outcome.SEQUENCED);
                },
                (broadcast, transport) -> {
                    waiting.add(broadcast);
                    return new CompletableFuture<>();
                });

        patient.broadcast(replace("#a").template("hello"));
        patient.to(room("r")).in(Locale.GERMAN).refresh("show");
        assertThat(waiting).hasSize(2);
        assertThat(rendered).hasSize(1);
        assertThat(published).isEmpty();

        patient.to(room("r")).atOnce().in(Locale.GERMAN).except(consumer("p")).send(page().title("a"));
        assertThat(waiting).hasSize(2);
        assertThat(published).singleElement().extracting(Broadcast::except).isEqualTo("p");
    }

    private @Nullable String replacedBy(LiveViewMessage... messages) {
        List<Broadcast> published = new ArrayList<>();
        new SessionBroadcaster(new MessageRenderer(this::render), codec, broadcast -> {
                    published.add(broadcast);
                    return CompletableFuture.completedStage(Outcome.SEQUENCED);
                })
                .broadcast(messages);
        return published.get(0).replaces();
    }

    @Test
    void knowsWhatABroadcastReplacesAsAWhole() {
        assertThat(replacedBy(replace("#a").html("1")))
                .isNotNull()
                .isEqualTo(replacedBy(replace("#a").template("hello")))
                .isNotEqualTo(replacedBy(replace("#b").html("1")))
                .isNotEqualTo(replacedBy(replace("#a").html("1"), replace("#b").html("2")));
        assertThat(replacedBy(replace("#a").html("1"), replace("#b").html("2")))
                .isEqualTo(replacedBy(replace("#a").html("3"), replace("#b").html("4")))
                .isNotEqualTo(replacedBy(replace("#b").html("1"), replace("#a").html("2")));
    }

    @Test
    void replacesNothingAsAWholeWhereAMessageAddsOrDoesSomethingElse() {
        LiveViewMessage whole = replace("#a").html("1");

        assertThat(List.of(
                        outer("#a").html("1"),
                        append("#a").html("1"),
                        prepend("#a").html("1"),
                        before("#a").html("1"),
                        after("#a").html("1"),
                        remove("#a"),
                        element("#a").addClass("b"),
                        page().title("t"),
                        whole.title("t"),
                        whole.event("e", null),
                        whole.addClass("b"),
                        whole.announce("a"),
                        whole.transition(),
                        page().call("handler", Map.of())))
                .allSatisfy(message -> {
                    assertThat(replacedBy(message)).isNull();
                    assertThat(replacedBy(whole, message)).isNull();
                    assertThat(replacedBy(message, whole)).isNull();
                });
    }

    @Test
    void replacesNothingAsAWholeWhereAMessageBringsNoContent() {
        // A browser does nothing with it: it must not cost another broadcast its content.
        assertThat(replacedBy(replace("#a"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {".price", "li:empty", "#a .b", "#a, #b", "[data-id]", "#a:not(.full)", "#a > p"})
    void replacesNothingAsAWholeWhereTheNextMayFindAnotherElement(String selector) {
        assertThat(replacedBy(replace(selector).html("1"))).isNull();
    }
}
