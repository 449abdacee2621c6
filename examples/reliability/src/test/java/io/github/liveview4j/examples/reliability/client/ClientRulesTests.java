package io.github.liveview4j.examples.reliability.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.examples.reliability.client.ClientRules.Decision;
import io.github.liveview4j.examples.reliability.history.Position;
import org.junit.jupiter.api.Test;

class ClientRulesTests {

    private final ClientRules rules = new ClientRules(new Position("e", 10));

    @Test
    void takesWhatFollowsAndDropsWhatItHas() {
        assertThat(take("r", 8, 12)).isEqualTo(Decision.APPLY);
        assertThat(take("r", 8, 12)).isEqualTo(Decision.DROP);
        assertThat(take("r", 13, 20)).isEqualTo(Decision.APPLY);
        assertThat(rules.position()).isEqualTo(new Position("e", 20));
    }

    @Test
    void asksWhereSomethingIsMissing() {
        assertThat(take("r", 12, 15)).isEqualTo(Decision.ASK);
        assertThat(rules.position()).isEqualTo(new Position("e", 10));
    }

    @Test
    void anAdoptedPositionCoversRoomsThatHadUpdatesBefore() {
        take("r", 11, 11);
        rules.saidHello();
        rules.welcomed(new Position("e", 30));

        assertThat(take("r", 21, 31)).isEqualTo(Decision.APPLY);
    }

    @Test
    void asksFromTheLastPingWhereSomethingIsMissing() {
        take("r", 11, 11);
        assertThat(rules.pinged(new Position("e", 20))).isTrue();
        take("s", 12, 25);

        assertThat(take("r", 22, 30)).isEqualTo(Decision.ASK);
        assertThat(rules.position()).isEqualTo(new Position("e", 20));
    }

    @Test
    void pingCoversRoomsWithoutUpdates() {
        rules.pinged(new Position("e", 20));

        assertThat(take("r", 21, 30)).isEqualTo(Decision.APPLY);
    }

    @Test
    void pingLeavesWhatIsAskedForAsItIsWhileAHelloIsUnanswered() {
        rules.saidHello();
        rules.pinged(new Position("e", 20));
        rules.reconnected();

        assertThat(take("r", 16, 30)).isEqualTo(Decision.ASK);
        assertThat(rules.position()).isEqualTo(new Position("e", 10));
    }

    @Test
    void asksInAnotherHistory() {
        assertThat(rules.judge(new RoomUpdate("r", 1, new Position("f", 1)), false))
                .isEqualTo(Decision.ASK);
    }

    @Test
    void takesNothingButTheAnswerWhileAHelloIsUnanswered() {
        rules.saidHello();

        assertThat(take("r", 11, 11)).isEqualTo(Decision.IGNORE);
        assertThat(rules.pinged(new Position("e", 40))).isFalse();
        assertThat(rules.judge(new RoomUpdate("r", 20, new Position("e", 20)), true))
                .isEqualTo(Decision.APPLY);
    }

    @Test
    void takesOnlyTheAnswerToItsLastHello() {
        rules.saidHello();
        rules.saidHello();

        assertThat(rules.judge(new RoomUpdate("r", 20, new Position("e", 20)), true))
                .isEqualTo(Decision.IGNORE);
        assertThat(rules.welcomed(new Position("e", 20))).isFalse();
        assertThat(rules.position()).isEqualTo(new Position("e", 10));
        assertThat(rules.judge(new RoomUpdate("r", 11, new Position("e", 11)), true))
                .isEqualTo(Decision.APPLY);
        assertThat(rules.welcomed(new Position("e", 20))).isTrue();
    }

    @Test
    void takesNothingWhileItFetchesItself() {
        rules.resync(new Position("f", 5));

        assertThat(rules.judge(new RoomUpdate("r", 6, new Position("f", 6)), false))
                .isEqualTo(Decision.IGNORE);
        assertThat(rules.pinged(new Position("f", 9))).isFalse();
        rules.fetched(new Position("f", 7));
        assertThat(rules.position()).isEqualTo(new Position("f", 7));
    }

    @Test
    void pageWithoutAPositionTakesWhatComes() {
        ClientRules bare = new ClientRules(null);

        assertThat(bare.judge(new RoomUpdate("r", 5, new Position("e", 9)), false))
                .isEqualTo(Decision.APPLY);
    }

    private Decision take(String room, long first, long seq) {
        RoomUpdate update = new RoomUpdate(room, first, new Position("e", seq));
        Decision decision = rules.judge(update, false);
        if (decision == Decision.APPLY) {
            rules.applied(update);
        }
        return decision;
    }
}
