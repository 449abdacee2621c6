package io.github.liveview4j.spring.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.thymeleaf.shop.ShopTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A handler finds on its thread what a controller finds there. */
@ShopTest
class HandlerThreadTests {

    @LocalServerPort
    private int port;

    @Test
    void theSecurityContextHoldsThePagesUser() {
        TestBrowser alice = new TestBrowser(port, "/shop").signIn("alice", "secret");
        try (TestPage page = alice.open("thread");
                TestPage anonymous = new TestBrowser(port, "/shop").open("thread")) {
            assertThat(page.html("userOfThread")).startsWith("alice[").contains("ROLE_USER");
            assertThat(anonymous.html("userOfThread")).startsWith("anonymousUser[");
        }
    }

    @Test
    void theLocaleContextHoldsThePagesLanguage() {
        TestBrowser browser = new TestBrowser(port, "/shop");
        try (TestPage german = browser.open("thread", "Accept-Language", "de-CH");
                TestPage english = browser.open("thread", "Accept-Language", "en-GB")) {
            assertThat(german.html("languageOfThread")).isEqualTo("de-CH");
            assertThat(english.html("languageOfThread")).isEqualTo("en-GB");
        }
    }

    @Test
    void theRequestContextHoldsTheHandshake() {
        try (TestPage page = new TestBrowser(port, "/shop").open("thread?q=1")) {
            assertThat(page.html("requestOfThread")).isEqualTo("/shop/ws/liveview/thread?q=1");
        }
    }

    @Test
    void addressesOfTheApplicationCanBeBuilt() {
        try (TestPage page = new TestBrowser(port, "/shop").open("thread")) {
            assertThat(page.html("addressOfThread")).isEqualTo("http://localhost:" + port + "/shop/orders/7");
        }
    }
}
