package io.github.liveview4j.protocol;

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

import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LogCapture;
import io.github.liveview4j.protocol.ServerEvent.Failure;
import io.github.liveview4j.protocol.ServerEvent.Joined;
import io.github.liveview4j.protocol.ServerEvent.Left;
import io.github.liveview4j.protocol.ServerEvent.Ping;
import io.github.liveview4j.protocol.ServerEvent.Pong;
import io.github.liveview4j.protocol.ServerEvent.Problem;
import io.github.liveview4j.protocol.ServerEvent.Reply;
import io.github.liveview4j.protocol.ServerEvent.Resync;
import io.github.liveview4j.protocol.ServerEvent.Update;
import io.github.liveview4j.protocol.ServerEvent.Welcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class V1EncodeTests {

    @Test
    void writesMarkupForATarget() {
        assertThat(push(replace("#a").html("<b>\"ä\"</b>"))).containsExactly("""
                {"target":"#a","html":"<b>\\"ä\\"</b>"}""");
        assertThat(push(replace("#a").html(""))).containsExactly("{\"target\":\"#a\",\"html\":\"\"}");
    }

    @Test
    void writesAnAppend() {
        assertThat(push(append("#a").html("x"))).containsExactly("""
                {"target":"#a","html":"x","append":true}""");
    }

    @Test
    void writesARemoval() {
        assertThat(push(remove("#a"))).containsExactly("{\"target\":\"#a\",\"remove\":true}");
    }

    @Test
    void writesEveryEffectThatTheDialectHas() {
        assertThat(push(replace("#a")
                        .html("x")
                        .url("/b")
                        .title("B")
                        .scroll("#c")
                        .scrollTop()))
                .containsExactly("""
                        {"target":"#a","html":"x","url":"/b","title":"B","scroll":"#c","scrollTop":true}""");
        assertThat(push(page().url("/b"))).containsExactly("{\"url\":\"/b\"}");
    }

    @Test
    void writesNoTargetWithoutMarkup() {
        assertThat(push(replace("#a").title("B"))).containsExactly("{\"title\":\"B\"}");
        assertThat(push(append("#a").title("B"))).containsExactly("{\"title\":\"B\"}");
        assertThat(push(element("#a").title("B"))).containsExactly("{\"title\":\"B\"}");
    }

    @Test
    void writesAnErrorOfTheApplicationAsItsTextAlone() {
        assertThat(push(LiveViewMessage.error("Unauthorized"))).containsExactly("{\"error\":\"Unauthorized\"}");
    }

    @Test
    void writesNoFrameForAMessageThatSaysNothing() {
        assertThat(push(replace("#a"), append("#a"), element("#a"), page())).isEmpty();
        assertThat(push()).isEmpty();
    }

    @Test
    void dropsEffectsThatTheDialectHasNot() {
        LiveViewMessage message = replace("#a")
                .html("x")
                .addClass("on")
                .removeClass("off")
                .attribute("disabled", null)
                .focus("#b")
                .event("saved", 1)
                .announce("x")
                .transition()
                .redirect("/c")
                .reload();

        assertThat(push(message)).containsExactly("{\"target\":\"#a\",\"html\":\"x\"}");
        assertThat(push(
                        element("#a").addClass("on"),
                        page().reload(),
                        page().announce("x").transition()))
                .isEmpty();
    }

    @Test
    void leavesOutASwapThatTheDialectHasNotAndSaysSo() {
        try (LogCapture log = new LogCapture(V1EventWriter.class.getName())) {
            List<String> frames = push(
                    outer("#a").html("secret"),
                    before("#b").html("secret"),
                    replace("#kept").html("x"),
                    after("#c").html("secret").title("T"),
                    prepend("#d").html("secret"));

            assertThat(frames).containsExactly("{\"target\":\"#kept\",\"html\":\"x\"}");
            assertThat(log.lines()).hasSize(4).allMatch(line -> line.startsWith("WARN Left out for a page"));
            assertThat(log.lines().get(0)).contains("which has no outer", "an update of #a");
            assertThat(log.lines().get(1)).contains("which has no before", "an update of #b");
            assertThat(log.lines().get(2)).contains("which has no after", "an update of #c");
            assertThat(log.lines().get(3)).contains("which has no prepend", "an update of #d");
            assertThat(log.lines()).noneMatch(line -> line.contains("secret"));
        }
    }

    @Test
    void writesAFrameForEveryMessageInOrder() {
        List<LiveViewMessage> messages = List.of(replace("#a").html("1"), remove("#b"), page().title("T"));

        assertThat(encode(new Update(messages, 7L, 2)))
                .containsExactly(
                        "{\"target\":\"#a\",\"html\":\"1\"}",
                        "{\"target\":\"#b\",\"remove\":true}",
                        "{\"title\":\"T\"}")
                .isEqualTo(encode(new Reply(7, messages, null)))
                .isEqualTo(encode(Update.push(messages)));
    }

    @Test
    void writesAProblemOfACall() {
        assertThat(encode(new Reply(7, List.of(), new Problem("failed", "r1", "save"))))
                .containsExactly("{\"error\":\"failed\",\"ref\":\"r1\",\"function\":\"save\"}");
    }

    @Test
    void writesAProblemOfAFrame() {
        assertThat(encode(new Failure(new Problem("malformed", null, null))))
                .containsExactly("{\"error\":\"malformed\"}");
        assertThat(encode(new Failure(new Problem("malformed", "r1", null))))
                .containsExactly("{\"error\":\"malformed\",\"ref\":\"r1\"}");
    }

    @Test
    void hasNoWordForWhatIsSaidAboutRoomsAndConnections() {
        Position position = new Position("e", 7);

        assertThat(Stream.of(
                        new Welcome(25_000, true, "n", position, true, "x"),
                        new Joined("a", "receipt", position),
                        new Left("a"),
                        new Resync(position),
                        new Ping(position),
                        new Pong()))
                .allSatisfy(event -> assertThat(encode(event)).isEmpty());
    }

    @Test
    void hasNoWordForACallThatEndsWithoutMessages() {
        assertThat(encode(new Reply(7, List.of(), null))).isEmpty();
    }

    private static List<String> push(LiveViewMessage... messages) {
        return encode(Update.push(List.of(messages)));
    }

    private static List<String> encode(ServerEvent event) {
        return CodecFixture.encode(Dialect.V1, event);
    }
}
