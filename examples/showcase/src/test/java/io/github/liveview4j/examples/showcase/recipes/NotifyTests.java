package io.github.liveview4j.examples.showcase.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.test.AutoConfigureLiveView;
import io.github.liveview4j.test.LiveViewTester;
import io.github.liveview4j.test.TestPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@AutoConfigureLiveView
class NotifyTests {

    @Autowired
    private LiveViewTester tester;

    @Test
    void everyPageShowsWhatOneSends() {
        TestPage sender = tester.open("/recipes/notify");
        TestPage other = tester.open("/recipes/hello");

        sender.element("[name=message]").change("Lunch is ready");
        sender.element(".demo form").submit();

        assertThat(other).element("#notifications > *").hasText("Lunch is ready");
        assertThat(sender).element("#notifications > *").hasText("Lunch is ready");
    }

    @Test
    void pageThatWasAwayGetsWhatItMissed() {
        TestPage sender = tester.open("/recipes/notify");
        TestPage other = tester.open("/recipes/hello");
        other.disconnect();
        sender.element("[name=message]").change("Lunch is ready");
        sender.element(".demo form").submit();

        other.reconnect();

        assertThat(other).element("#notifications > *").hasText("Lunch is ready");
    }
}
