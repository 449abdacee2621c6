package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.limit.Peer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

@ExtendWith(OutputCaptureExtension.class)
class PeersTests {

    private final Peers peers = new Peers();

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }

    private @Nullable String counted(MockHttpServletRequest request) {
        return peers.of(request).address();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "192.168.1.7, 192.168.1.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002::/64",
        "2001:db8:1:2:ffff::1, 20010db800010002::/64",
        "[2001:db8:1:2::9], 20010db800010002::/64",
        "fe80::1%eth0, fe80000000000000::/64",
        "::ffff:203.0.113.7, 203.0.113.7",
        "unknown, unknown",
        "999.1.1.1, 999.1.1.1",
        "www.example.com, www.example.com"
    })
    void addressesAreCountedByWhatTheirOwnerCannotChoose(String address, String name) {
        assertThat(counted(from(address))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1", ""})
    void thisMachineIsNotCounted(String address) {
        assertThat(counted(from(address))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "172.16.0.1", "192.168.0.1", "100.64.0.1", "fd00::1", "fe80::1"})
    void aProxyWhoseHeadersNobodyEvaluatesIsNotCounted(String address, CapturedOutput output) {
        for (String header : new String[] {"X-Forwarded-For", "Forwarded", "X-Real-IP"}) {
            MockHttpServletRequest request = from(address);
            request.addHeader(header, "203.0.113.7");
            assertThat(counted(request)).isNull();
        }

        assertThat(output.getAll().lines().filter(line -> line.contains("server.forward-headers-strategy")))
                .singleElement()
                .asString()
                .contains(address);
    }

    /** Else everybody could get out of the count with a header. */
    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "100.128.0.1", "172.32.0.1", "2001:db8::1"})
    void whoeverClaimsToBeAProxyOnTheInternetIsCounted(String address) {
        MockHttpServletRequest request = from(address);
        request.addHeader("X-Forwarded-For", "198.51.100.1");
        assertThat(counted(request)).isNotNull();
    }

    @Test
    void aNameOfAnyLengthTakesLittleMemory() {
        assertThat(counted(from("x".repeat(5_000)))).hasSize(64);
    }

    @Test
    void theSessionCountsWhereThereIsOne() {
        MockHttpServletRequest request = from("203.0.113.7");
        assertThat(peers.of(request)).isEqualTo(new Peer(null, "203.0.113.7"));
        String id = request.getSession().getId();
        assertThat(peers.of(request)).isEqualTo(new Peer(id, "203.0.113.7"));
        assertThat(peers.of(request).toString()).doesNotContain(id);
    }
}
