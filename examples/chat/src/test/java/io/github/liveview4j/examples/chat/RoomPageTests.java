package io.github.liveview4j.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.test.AutoConfigureLiveView;
import io.github.liveview4j.test.LiveViewTester;
import io.github.liveview4j.test.TestPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A room with two people in it, without a browser. */
@SpringBootTest
@AutoConfigureLiveView(failOnWarnings = true)
class RoomPageTests {

    @Autowired
    private LiveViewTester tester;

    @Autowired
    private Rooms rooms;

    private TestPage ada;
    private TestPage grace;

    @BeforeEach
    void enter() {
        long room = rooms.save(new Room("Room of " + System.nanoTime())).getId();
        ada = tester.as("Ada").open("/rooms/{id}", room);
        grace = tester.as("Grace").open("/rooms/{id}", room);
    }

    @Test
    void whatOneSaysBothSee() {
        assertThat(ada).element("#text").isFocused();
        ada.element("#text").type("Good morning");
        assertThat(grace).element("#typing").hasText("Ada is typing…");

        ada.element("#text").press("enter");

        assertThat(grace).element("#messages .message").containsText("Ada").containsText("Good morning");
        assertThat(grace).element("#typing").hasText("");
        assertThat(ada).element("#messages .message").containsText("Good morning");
        assertThat(ada).element("#text").hasValue("");
    }

    @Test
    void whoComesBackHasWhatWasSaidAndDeletedMeanwhile() {
        say("First");
        assertThat(grace).elements("#messages .message").hasCount(1);
        grace.disconnect();
        say("Second");
        ada.element("[aria-label='Delete: First']").click();

        grace.reconnect();

        assertThat(grace).element("#messages .message").containsText("Second");
    }

    private void say(String text) {
        ada.element("#text").change(text);
        ada.element("#say").submit();
    }
}
