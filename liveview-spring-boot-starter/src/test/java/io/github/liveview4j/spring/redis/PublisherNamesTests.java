package io.github.liveview4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublisherNamesTests {

    private static final byte[] KEY = RedisKeys.bytes("0123456789abcdef0123456789abcdef");

    private final PublisherNames names = new PublisherNames(KEY, "shop");

    @Test
    void aNameHoldsForItsPrefixAndKeyOnly() {
        String name = names.next();

        assertThat(names.isOurs(name)).isTrue();
        assertThat(names.isOurs(name)).isTrue();
        assertThat(new PublisherNames(KEY, "shop").isOurs(name)).isTrue();
        assertThat(new PublisherNames(KEY, "shop-test").isOurs(name)).isFalse();
        assertThat(new PublisherNames(RedisKeys.bytes("another key"), "shop").isOurs(name))
                .isFalse();
        assertThat(names.isOurs("x" + name)).isFalse();
        assertThat(names.isOurs(name + "x")).isFalse();
        assertThat(names.isOurs(name.substring(0, name.indexOf('.') + 1))).isFalse();
        assertThat(names.next()).isNotEqualTo(name);
    }

    /** A node of the version before, during a deploy. */
    @Test
    void aNameWithoutASealIsOfAnOlderVersion() {
        assertThat(names.isOurs("3ZK1m8f0Qp2VtX9a")).isTrue();
        assertThat(names.next()).matches("[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]{16}");
    }

    @Test
    void withoutAKeyThereIsNothingToShow() {
        PublisherNames none = new PublisherNames(null, "shop");

        assertThat(none.next()).matches("[A-Za-z0-9_-]{16}");
        assertThat(none.isOurs("anything.at all")).isTrue();
    }
}
