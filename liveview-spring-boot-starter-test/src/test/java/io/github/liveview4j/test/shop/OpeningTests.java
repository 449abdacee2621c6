package io.github.liveview4j.test.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.test.LiveViewTest;
import io.github.liveview4j.test.LiveViewTester;
import io.github.liveview4j.test.TestPage;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@LiveViewTest
class OpeningTests {

    @Autowired
    private LiveViewTester tester;

    @Test
    void pageIsTheOneThatMvcRenders() {
        TestPage page = tester.open("/");

        assertThat(page).hasTitle("Shop").hasUrl("/").hasNoFailures().hasNoWarnings();
        assertThat(page).element("#greeting").hasText("Hello, World").hasHtml("Hello, <b>World</b>");
        assertThat(page.isConnected()).isTrue();
        assertThat(page.user()).isEmpty();
        assertThat(page.html()).contains("<title>Shop</title>");
        assertThat(page.document().select("li")).hasSize(1);
    }

    @Test
    void initHasRunWhenThePageIsOpen() {
        assertThat(tester.open("/").element("#started").text()).isEqualTo("started with milk");
    }

    @Test
    void redirectsAreFollowed() {
        assertThat(tester.open("/to-the-shop")).hasUrl("/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/plain | is not a live page: expected the script tag of LiveView in it, got none",
                "/dead | is not a live page: expected an element with data-controller=\"page\"",
                "/none | expected a page, got the status 404",
                "/json | expected html, got application/json",
            })
    void whatIsNoLivePageSaysWhy(String url, String why) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> tester.open(url))
                .withMessageContaining(why);
    }

    @Test
    void handshakeIsRefusedAsABrowsersWouldBe() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> tester.open("/secret"))
                .withMessageContaining("/ws/liveview/of-ana was refused with the status 403");

        assertThat(tester.as("ana").open("/secret")).hasUser("ana");
    }

    @Test
    void anotherTabHasTheSameSession() {
        TestPage first = tester.open("/form");
        TestPage second = first.open("/");

        assertThat(second).hasTitle("Shop");
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void languageOfTheBrowserReachesTheHandshake() {
        assertThat(tester.locale(Locale.GERMAN).header("X-Test", "a").open("/")).hasNoFailures();
    }

    @Test
    void closedPageIsGone() {
        TestPage page = tester.open("/");
        page.close();
        page.close();

        assertThat(page.isConnected()).isFalse();
    }
}
