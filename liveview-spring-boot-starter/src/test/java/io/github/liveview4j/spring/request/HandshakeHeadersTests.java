package io.github.liveview4j.spring.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class HandshakeHeadersTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void headerIsFoundInAnyCase() {
        request.addHeader("user-agent", "Ada's");

        HandshakeHeaders headers = HandshakeHeaders.of(request);

        assertThat(headers.get("User-Agent")).containsExactly("Ada's");
        assertThat(headers.containsKey("USER-AGENT")).isTrue();
        assertThat(headers.getOrDefault("Host", List.of())).isEmpty();
        assertThat(headers.containsKey(null)).isFalse();
    }

    @Test
    void everyValueIsThereInItsOrder() {
        request.addHeader("X-Forwarded-For", "192.0.2.2");
        request.addHeader("X-Forwarded-For", "192.0.2.1");
        request.addHeader("Host", "www.example.com");

        assertThat(HandshakeHeaders.of(request))
                .containsExactly(
                        entry("Host", List.of("www.example.com")),
                        entry("X-Forwarded-For", List.of("192.0.2.2", "192.0.2.1")));
    }

    @Test
    void textThatEveryHandshakeHasIsThereOnce() {
        request.addHeader("Upgrade", new StringBuilder("websocket").toString());

        assertThat(HandshakeHeaders.of(request).values().iterator().next().get(0))
                .isSameAs(HandshakeHeaders.shared("websocket"));
    }
}
