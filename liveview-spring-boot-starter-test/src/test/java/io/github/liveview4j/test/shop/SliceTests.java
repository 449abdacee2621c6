package io.github.liveview4j.test.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.test.AutoConfigureLiveView;
import io.github.liveview4j.test.LiveViewTest;
import io.github.liveview4j.test.LiveViewTester;
import io.github.liveview4j.test.TestPage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.SecurityFilterChain;

/** Which beans there are in which kind of test. */
class SliceTests {

    private static void greets(LiveViewTester tester) {
        TestPage page = tester.open("/");
        page.element("#name").change("Ana");
        page.element("#hello").submit();
        assertThat(page).element("#greeting").hasText("Hello, Ana");
        assertThat(page).hasNoWarnings();
    }

    @Nested
    @LiveViewTest
    class Slice {

        @Test
        void hasPagesAndHandlersAndSecurityAndNoServices(
                @Autowired ApplicationContext context, @Autowired LiveViewTester tester) {
            assertThat(context.getBeanProvider(Shop.class).getIfAvailable()).isNotNull();
            assertThat(context.getBeanProvider(Shop.SoldOutErrors.class).getIfAvailable())
                    .isNotNull();
            assertThat(context.getBeanProvider(SecurityFilterChain.class).getIfAvailable())
                    .isNotNull();
            assertThat(context.getBeanProvider(Stock.class).getIfAvailable()).isNull();
            greets(tester);
        }
    }

    @Nested
    @LiveViewTest(ShopApplication.Pages.class)
    class NamedSlice {

        @Test
        void hasThoseAndNoOthersAndKnowsOfTheOthers(
                @Autowired HandlerMethodRegistry handlers, @Autowired LiveViewTester tester) {
            assertThat(handlers.names()).isEmpty();
            assertThat(tester.open("/form")).hasNoWarnings();
        }
    }

    @Nested
    @LiveViewTest(
            controllers = {ShopApplication.Pages.class, Shop.class},
            properties = "liveview.path=/live")
    class OwnPath {

        @Test
        void pageConnectsWhereTheApplicationListens(@Autowired LiveViewTester tester) {
            greets(tester);
        }
    }

    @Nested
    @SpringBootTest
    @AutoConfigureLiveView(failOnWarnings = true)
    class WholeApplication {

        @Test
        void hasServicesToo(@Autowired ApplicationContext context, @Autowired LiveViewTester tester) {
            assertThat(context.getBeanProvider(Stock.class).getIfAvailable()).isNotNull();
            assertThat(tester.as("ana").open("/orders/7")).hasUser("ana");
            greets(tester);
        }
    }

    @Nested
    @LiveViewTest(properties = {"liveview.test.fail-on-warnings=true", "liveview.test.timeout=20ms"})
    class Settings {

        @Test
        void areThoseOfTheEnvironment(@Autowired LiveViewTester tester) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> tester.open("/mistakes"))
                    .withMessageContaining("Duplicate id");
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(
                            () -> assertThat(tester.open("/")).element("#none").exists())
                    .withMessageMatching("(?s).*after ([1-4]\\d{3}|\\d{2,3}) ms.*");
        }
    }

    /** The container is asked for the sockets that are not the tester's. */
    @Nested
    @SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
    @AutoConfigureLiveView
    class BesideAServer {

        @Test
        void browsersConnectAsEver(@Autowired LiveViewTester tester, @LocalServerPort int port) {
            greets(tester);
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Origin", "http://localhost:" + port)
                    .subprotocols("liveview.v2")
                    .buildAsync(
                            URI.create("ws://localhost:" + port + "/ws/liveview/" + UUID.randomUUID()),
                            new WebSocket.Listener() {})
                    .join();

            assertThat(socket.getSubprotocol()).isEqualTo("liveview.v2");
            socket.abort();
        }
    }

    @Nested
    @WebMvcTest
    @AutoConfigureLiveView
    @Import(Shop.class)
    class MvcSlice {

        @Test
        void hasTheHandlersThatAreNamed(@Autowired LiveViewTester tester) {
            greets(tester);
        }
    }
}
