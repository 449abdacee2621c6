package io.github.liveview4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveFeedTests {

    private final LiveFeed feed = new LiveFeed(new RedisLink(TestRedis.shared().details()), new byte[0], 1000);

    @Test
    void whatDoesNotFitIsLetGoAndLookedForAfterwards() throws Exception {
        byte[] one = new byte[400];
        byte[] two = new byte[400];
        feed.put(one);
        feed.put(two);
        feed.put(new byte[400]);

        assertThat(feed.take(0)).isSameAs(one);
        assertThat(feed.take(0)).isSameAs(two);
        assertThat(feed.take(0)).isSameAs(LiveFeed.CHECK);
        assertThat(feed.take(0)).isNull();
        assertThat(feed.received()).isEqualTo(3);
    }

    @Test
    void thereIsRoomAgainForWhatComesAfterwards() throws Exception {
        for (int i = 0; i < 100; i++) {
            byte[] message = new byte[900];
            feed.put(message);
            feed.check();
            assertThat(feed.take(0)).isSameAs(message);
            assertThat(feed.take(0)).isSameAs(LiveFeed.CHECK);
        }
        assertThat(feed.take(0)).isNull();
    }
}
