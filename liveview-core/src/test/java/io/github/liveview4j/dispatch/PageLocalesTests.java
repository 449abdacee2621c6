package io.github.liveview4j.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("D11: the language of a page")
class PageLocalesTests {

    private final PageLocales locales = new PageLocales(Stream.of("en", "es", "pt-BR", "zh-Hant")
            .map(Locale::forLanguageTag)
            .toList());

    @ParameterizedTest
    @CsvSource({
        "es, es",
        "ES, es",
        "es-MX, es",
        "pt-br, pt-BR",
        "pt, pt-BR",
        "pt-PT, pt-BR",
        "zh-Hant-TW, zh-Hant",
        "en-GB-x-private, en"
    })
    void isTheApplicationsForTheTagThenForTheLanguage(String lang, String expected) {
        assertThat(locales.choose(lang, Locale.FRENCH)).isEqualTo(Locale.forLanguageTag(expected));
    }

    @Test
    void keepsTheRegionOfTheHandshakeWhereThePageNamesItsLanguageOnly() {
        assertThat(locales.choose("en", Locale.UK)).isEqualTo(Locale.UK);
        assertThat(locales.choose("en-US", Locale.UK)).isEqualTo(Locale.UK);
        assertThat(locales.choose("es", Locale.UK)).isEqualTo(Locale.forLanguageTag("es"));
        assertThat(locales.choose("en", Locale.ROOT)).isEqualTo(Locale.ENGLISH);
    }

    static Stream<String> useless() {
        return Stream.of(
                null,
                "",
                " ",
                "*",
                "es-*",
                "*-MX",
                "es;q=0.5",
                "en_US",
                "e",
                "x-es",
                "de",
                "und",
                "es\n",
                "es\u0000",
                "\u202ees",
                "es-",
                "-",
                "<script>",
                "es-" + "x".repeat(60),
                "es" + "-MX".repeat(1000),
                "a".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("useless")
    void isThatOfTheHandshakeWhereThePageSaysNothingUseful(String lang) {
        assertThat(locales.choose(lang, Locale.FRENCH)).isEqualTo(Locale.FRENCH);
    }

    @Test
    void isThatOfTheHandshakeWhereTheApplicationNamesNone() {
        assertThat(new PageLocales(List.of()).choose("es", Locale.FRENCH)).isEqualTo(Locale.FRENCH);
    }

    private final List<Object> seen = new ArrayList<>();

    @SuppressWarnings("unused") // called by name
    private final class Handlers {

        @LiveViewHandler
        LiveViewMessage look(LiveViewConsumer consumer, Locale locale) {
            seen.add(consumer.locale());
            seen.add(consumer.locale());
            consumer.send(LiveViewMessage.replace("#a").template("a"));
            consumer.broadcast(LiveViewMessage.page().title("t"));
            return LiveViewMessage.replace("#b").template("b");
        }
    }

    private final DispatcherFixture fixture = new DispatcherFixture(new Handlers())
            .supporting(Locale.ENGLISH, Locale.forLanguageTag("es"))
            .in((consumer, connection) -> {
                seen.add(consumer.locale());
                return () -> {};
            });

    private static String look(long id, String lang) {
        return "{\"type\":\"call\",\"id\":" + id + ",\"function\":\"look\",\"lang\":" + lang + "}";
    }

    @Test
    void isThatOfTheCallForTheScopeTheHandlerWhatItSendsReturnsAndBroadcasts() {
        Browser page = fixture.page().says(look(1, "\"es\""));

        assertThat(seen).containsOnly(Locale.forLanguageTag("es"));
        assertThat(page.hears()).hasSize(2).allMatch(frame -> frame.contains(" es</p>"));
        assertThat(fixture.broadcasts).singleElement().asString().startsWith("Everyone[] es ");
    }

    @Test
    void isThatOfTheHelloWhereACallSaysNone() {
        Browser page = fixture.socket();
        page.says("{\"type\":\"hello\",\"page\":\"" + DispatcherFixture.PAGE + "\",\"lang\":\"es\"}", look(1, "null"));

        assertThat(seen).containsOnly(Locale.forLanguageTag("es"));
    }

    @Test
    void mayChangeFromCallToCallAndIsThatOfTheHandshakeForOneTheApplicationLacks() {
        fixture.page().says(look(1, "\"es\""), look(2, "\"de\""), look(3, "null"));

        assertThat(seen).startsWith(Locale.forLanguageTag("es"));
        assertThat(seen.subList(3, 9)).containsOnly(Locale.FRENCH);
    }

    @Test
    void isReadFromTheFirstDialectToo() {
        fixture.socket("lobby", null, null)
                .says("{\"function\":\"look\",\"lang\":\"es-ES\"}", "{\"function\":\"look\",\"lang\":null}");

        assertThat(seen.subList(0, 3)).containsOnly(Locale.forLanguageTag("es"));
        assertThat(seen.subList(3, 6)).containsOnly(Locale.FRENCH);
    }
}
