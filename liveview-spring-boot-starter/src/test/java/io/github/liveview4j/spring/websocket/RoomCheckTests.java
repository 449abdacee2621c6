package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.RoomAuthorizer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D45: who may be in a room")
class RoomCheckTests {

    private final List<String> asked = new ArrayList<>();
    private final LiveViewHandshake ana = LiveViewHandshake.of(() -> "ana");

    private RoomAuthorizer saying(String name, boolean answer) {
        return (room, handshake) -> {
            asked.add(name + " " + room + " " + handshake.user().orElseThrow().getName());
            return answer;
        };
    }

    @Test
    void authorizersAreAskedInOrderUntilOneAdmits() {
        RoomCheck check = new RoomCheck(List.of(saying("a", false), saying("b", true), saying("c", true)));

        assertThat(check.refusal("lobby", () -> ana)).isEmpty();
        assertThat(asked).containsExactly("a lobby ana", "b lobby ana");
    }

    @Test
    void noneIsAskedAboutARandomRoom() {
        RoomCheck check = new RoomCheck(List.of(saying("a", false)));

        assertThat(check.refusal(UUID.randomUUID().toString(), () -> ana)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void oneThatThrowsRefusesAndTheOthersAreNotAsked() {
        IllegalStateException failure = new IllegalStateException("the database is away");
        RoomCheck check = new RoomCheck(List.of(
                (room, handshake) -> {
                    throw failure;
                },
                saying("b", true)));

        RoomCheck.Refusal refusal = check.refusal("lobby", () -> ana).orElseThrow();

        assertThat(refusal.cause()).isSameAs(failure);
        assertThat(refusal.reason()).contains("'lobby'").contains("failed").doesNotContain("database");
        assertThat(asked).isEmpty();
    }

    @Test
    void refusalSaysWhetherThereIsAnybodyToAsk() {
        assertThat(new RoomCheck(List.of())
                        .refusal("lobby", () -> ana)
                        .orElseThrow()
                        .reason())
                .contains("declare a RoomAuthorizer bean");
        assertThat(new RoomCheck(List.of(saying("a", false)))
                        .refusal("lobby", () -> ana)
                        .orElseThrow()
                        .reason())
                .contains("no RoomAuthorizer bean admits this page");
    }

    @Test
    void aLongNameIsCutInTheReason() {
        assertThat(new RoomCheck(List.of())
                        .refusal("x".repeat(128), () -> ana)
                        .orElseThrow()
                        .reason())
                .doesNotContain("x".repeat(100));
    }
}
