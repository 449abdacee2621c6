package io.github.liveview4j.examples.reliability.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageIdentityTests {

    private final PageIdentity identity = new PageIdentity("page");

    @Test
    void saysWhichNodeWelcomedItLast() {
        assertThat(identity.hello(null, 0)).doesNotContainKey("node");

        identity.welcomed("one");
        identity.welcomed("two");

        assertThat(identity.hello(null, 0)).containsEntry("node", "two");
    }

    @Test
    void saysNoNodeWhereTheLastOneHasNoName() {
        identity.welcomed("one");
        identity.welcomed(null);

        assertThat(identity.hello(null, 0)).doesNotContainKey("node");
    }
}
