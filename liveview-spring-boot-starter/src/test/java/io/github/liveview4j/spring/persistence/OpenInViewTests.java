package io.github.liveview4j.spring.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveview4j.spring.persistence.LibraryApplication.Library;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import jakarta.persistence.EntityManagerFactory;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;

/** Lazy relations in templates, over a real socket and with a real database. */
@SpringBootTest(
        classes = LibraryApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.autoconfigure.exclude=",
            "spring.jpa.open-in-view=true",
            "spring.jpa.properties.hibernate.generate_statistics=true"
        })
class OpenInViewTests {

    private static final String BOOKS = "<li>Persuasion</li><li>Emma</li>";

    @LocalServerPort
    private int port;

    @Autowired
    private Library library;

    private Statistics statistics;
    private TestPage page;

    @BeforeEach
    void open(@Autowired EntityManagerFactory factory) {
        statistics = factory.unwrap(SessionFactory.class).getStatistics();
        page = new TestBrowser(port, "").open(UUID.randomUUID().toString());
        page.call("untouched");
        allAreClosed();
        statistics.clear();
    }

    @AfterEach
    void close() {
        page.close();
    }

    /** The answer to a call may be here before its thread has tidied up. */
    private void allAreClosed() {
        await().until(() -> statistics.getSessionCloseCount() == statistics.getSessionOpenCount());
    }

    private static String html(JsonNode reply) {
        return reply.path("updates").path(0).path("html").asString("").strip();
    }

    @Test
    void isLoadedWhereAHandlerSends() {
        page.call("send");

        assertThat(page.nextUpdate()).isEqualTo(BOOKS);
    }

    @Test
    void isLoadedWhereAHandlerReturns() {
        assertThat(html(page.call("answer"))).isEqualTo(BOOKS);
    }

    @Test
    void isLoadedInABroadcastOfAHandler() {
        page.call("broadcast");

        assertThat(page.nextUpdate()).isEqualTo(BOOKS);
    }

    @Test
    void isLoadedInAPushInsideATransaction() {
        library.push();

        assertThat(page.nextUpdate()).isEqualTo(BOOKS);
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
    }

    @Test
    void isLoadedByOneEntityManagerInOneCall() {
        assertThat(html(page.call("all"))).isEqualTo(BOOKS);
        assertThat(page.nextUpdate()).isEqualTo(BOOKS);
        assertThat(page.nextUpdate()).isEqualTo(BOOKS);
        assertThat(page.nextUpdate()).isEqualTo(BOOKS);

        allAreClosed();
        assertThat(statistics.getSessionOpenCount()).isEqualTo(1);
        assertThat(statistics.getEntityLoadCount()).isEqualTo(1);
    }

    @Test
    void isClosedAfterAHandlerThatFails() {
        assertThat(page.call("fail").path("error").path("code").asString()).isEqualTo("failed");

        allAreClosed();
        assertThat(html(page.call("bound"))).isEqualTo("true 1");
    }

    @Test
    void takesNoConnectionWhereNothingIsAsked() {
        assertThat(html(page.call("untouched"))).isEqualTo("none");

        allAreClosed();
        assertThat(statistics.getSessionOpenCount()).isEqualTo(1);
        assertThat(statistics.getConnectCount()).isZero();
        page.call("answer");
        assertThat(statistics.getConnectCount()).isPositive();
    }

    @Nested
    @TestPropertySource(properties = "spring.jpa.open-in-view=false")
    @ExtendWith(OutputCaptureExtension.class)
    class WhereTheApplicationDoesWithout {

        @ParameterizedTest
        @ValueSource(strings = {"send", "answer", "broadcast"})
        void whatIsNotLoadedIsAnErrorInTheLog(String handler, CapturedOutput output) {
            JsonNode reply = page.call(handler);

            assertThat(reply.path("error").path("code").asString()).isEqualTo("failed");
            assertThat(output)
                    .contains(
                            "LazyInitializationException",
                            reply.path("error").path("ref").asString());
        }

        @Test
        void theMessageSaysWhatIsWrongAndNotOnlyWhere(CapturedOutput output) {
            page.call("answer");

            assertThat(output)
                    .contains("could not be rendered", ", because of org.hibernate.LazyInitializationException");
        }

        @Test
        void whatATransactionHasIsThere() {
            library.push();

            assertThat(page.nextUpdate()).isEqualTo(BOOKS);
        }
    }
}
