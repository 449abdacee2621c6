package io.github.liveview4j.spring.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The check alone: what a container does with a header before it comes here is not to be relied upon. */
class OriginCheckTests {

    private static final int PORT = 8080;

    private final OriginCheck check =
            new OriginCheck(new OriginRules(List.of(OriginCorpus.ALLOWED.split(",")), List.of(), false));

    private Optional<String> refusal(String... origins) {
        return check.refusal(List.of(origins), null, "http", "localhost", PORT);
    }

    @Test
    void everyOriginOfTheCorpusIsJudgedAsAtTheServer() throws IOException {
        for (OriginCorpus.Entry entry : OriginCorpus.read()) {
            if (!entry.hosts().equals("-") || !entry.others().equals("-")) {
                continue;
            }
            // As bytes, each a character, which is how a container hands headers on; and as a container might that knew
            // UTF-8.
            String[] raw = entry.originsAt(PORT).toArray(String[]::new);
            String[] decoded = entry.originsAt(PORT).stream()
                    .map(origin -> new String(origin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                    .toArray(String[]::new);
            boolean isIn = entry.expected().equals("in")
                    && entry.origins().equals(entry.origins().strip())
                    && !entry.origins().contains("\\t");
            assertThat(refusal(raw).isEmpty()).as(entry.toString()).isEqualTo(isIn);
            assertThat(refusal(decoded).isEmpty()).as(entry.toString()).isEqualTo(isIn);
        }
    }

    @Test
    void letterThatOnlyTurnsIntoOneOfAsciiInLowerCaseIsNone() {
        OriginCheck bank = new OriginCheck(new OriginRules(List.of("https://bank.example"), List.of(), false));

        assertThat(bank.refusal(List.of("https://BANK.example"), null, "http", "localhost", PORT))
                .isEmpty();
        assertThat(bank.refusal(List.of("https://ban\u212a.example"), null, "http", "localhost", PORT))
                .isPresent();
    }

    @Test
    void aRefusalSaysWhatToDoWhereAProxyHasChangedTheAddress() {
        assertThat(refusal("http://www.example.org"))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .contains(
                                "liveview.allowed-origins",
                                "server.forward-headers-strategy=framework",
                                "X-Forwarded-Host"));
    }

    @Test
    void whatIsNamedMayBeOfAnotherSiteAndTheOwnOriginMayNot() {
        assertThat(check.refusal(List.of("https://friend.example"), "cross-site", "http", "localhost", PORT))
                .isEmpty();
        assertThat(check.refusal(List.of("http://localhost:8080"), "cross-site", "http", "localhost", PORT))
                .hasValueSatisfying(reason -> assertThat(reason).contains("another site"));
    }

    @Test
    void refusalSaysWhichPropertyIsMeant() {
        assertThat(refusal()).hasValueSatisfying(reason -> assertThat(reason).contains("liveview.allow-absent-origin"));
        assertThat(refusal("http://evil.example"))
                .hasValueSatisfying(reason -> assertThat(reason).contains("liveview.allowed-origins"));
        OriginCheck narrow = new OriginCheck(new OriginRules(List.of(), List.of("www.example.com"), false));
        assertThat(narrow.refusal(List.of("http://localhost:8080"), null, "http", "localhost", PORT))
                .hasValueSatisfying(reason -> assertThat(reason).contains("liveview.allowed-hosts"));
    }
}
