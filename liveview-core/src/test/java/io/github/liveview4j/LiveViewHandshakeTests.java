package io.github.liveview4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveViewHandshakeTests {

    @Test
    void madeOfAUserKnowsNoMore() {
        LiveViewHandshake handshake = LiveViewHandshake.of(() -> "ana");

        assertThat(handshake.user().orElseThrow().getName()).isEqualTo("ana");
        assertThat(handshake.headers()).isEmpty();
        assertThat(handshake.header("Host")).isEmpty();
        assertThat(handshake.parameter("q")).isEmpty();
        assertThat(handshake.remoteAddress()).isEmpty();
        assertThat(handshake.sessionId()).isEmpty();
        assertThat(handshake.sessionAttribute("cart")).isEmpty();
        assertThat(handshake.locale()).isEqualTo(Locale.getDefault());
        assertThat(LiveViewHandshake.of(null).user()).isEmpty();
    }

    @Test
    void madeByHandHasWhatWasSaid() {
        LiveViewHandshake handshake = LiveViewHandshake.builder()
                .header("X-Tenant", "acme")
                .header("x-tenant", "second")
                .parameter("tab", "1")
                .parameter("tab", "2")
                .remoteAddress("192.0.2.1")
                .locale(Locale.FRENCH)
                .session("s1", Map.of("cart", 3))
                .build();

        assertThat(handshake.headers().get("X-TENANT")).containsExactly("acme", "second");
        assertThat(handshake.header("x-TENANT")).contains("acme");
        assertThat(handshake.parameter("tab")).contains("1");
        assertThat(handshake.parameters()).containsEntry("tab", List.of("1", "2"));
        assertThat(handshake.remoteAddress()).isEqualTo("192.0.2.1");
        assertThat(handshake.locale()).isEqualTo(Locale.FRENCH);
        assertThat(handshake.sessionId()).contains("s1");
        assertThat(handshake.sessionAttribute("cart")).contains(3);
        assertThat(handshake.sessionAttribute("other")).isEmpty();
    }

    @Test
    void readsTheSessionAsItIsAndNothingElseChanges() {
        Map<String, Object> session = new HashMap<>();
        LiveViewHandshakeBuilder builder =
                LiveViewHandshake.builder().header("A", "1").session("s1", session);
        LiveViewHandshake handshake = builder.build();

        session.put("cart", 3);
        builder.header("A", "2").header("B", "3");

        assertThat(handshake.sessionAttribute("cart")).contains(3);
        assertThat(handshake.headers()).isEqualTo(Map.of("A", List.of("1")));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> handshake.headers().put("C", List.of()));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> handshake.parameters().put("C", List.of()));
    }

    @Test
    void textKeepsTheSecrets() {
        LiveViewHandshake handshake = LiveViewHandshake.builder()
                .user(() -> "hunter2")
                .header("Cookie", "hunter2")
                .parameter("token", "hunter2")
                .session("hunter2", Map.of("a", "hunter2"))
                .build();

        assertThat(handshake.toString()).doesNotContain("hunter2");
    }
}
