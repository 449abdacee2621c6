package io.github.liveview4j.spring.transaction;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.replace;
import static io.github.liveview4j.spring.transaction.OrdersApplication.ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import io.github.liveview4j.spring.transaction.OrdersApplication.Jobs;
import io.github.liveview4j.spring.transaction.OrdersApplication.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What a page hears, and when, of what is pushed inside transactions: a real database, a real socket. */
@SpringBootTest(
        classes = OrdersApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.autoconfigure.exclude="
                + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                + "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration")
class PushInTransactionTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Orders orders;

    @Autowired
    private Jobs jobs;

    @Autowired
    private LiveViewBroadcaster live;

    @Autowired
    private PlatformTransactionManager transactions;

    private TestPage page;

    @BeforeEach
    void open() {
        page = new TestBrowser(port, "").open(UUID.randomUUID().toString());
        page.call("join");
    }

    @AfterEach
    void close() {
        page.close();
    }

    private static Outcome now(CompletionStage<Outcome> stage) {
        return stage.toCompletableFuture().getNow(null);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    private void with(int propagation, Consumer<TransactionStatus> work) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        template.executeWithoutResult(work);
    }

    private void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Everything that the page was told so far, as it was told of it in order. */
    private List<String> heard() {
        String end = "end " + UUID.randomUUID();
        elsewhere(() -> orders.pushAtOnce(end));
        List<String> heard = new ArrayList<>();
        for (String next = page.nextUpdate(); !next.equals(end); next = page.nextUpdate()) {
            heard.add(next);
        }
        return heard;
    }

    @Test
    void waitsForTheCommit() {
        CompletionStage<Outcome> outcome = inTransaction(() -> {
            CompletionStage<Outcome> waiting = orders.place("late");
            elsewhere(() -> orders.push("outside"));
            assertThat(now(waiting)).isNull();
            assertThat(heard()).containsExactly("outside");
            return waiting;
        });

        assertThat(now(outcome)).isEqualTo(Outcome.SEQUENCED);
        assertThat(heard()).containsExactly("late");
    }

    @Test
    void findsCommittedWhatItWasToldOf() {
        List<Long> found = new ArrayList<>();

        inTransaction(() ->
                orders.place("found").thenAccept(outcome -> elsewhere(() -> found.add(orders.count("found")))));

        assertThat(found).containsExactly(1L);
    }

    @Test
    void isNotSentAfterARollback() {
        List<CompletionStage<Outcome>> outcomes = new ArrayList<>();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> inTransaction(() -> {
                    outcomes.add(orders.push("a"));
                    outcomes.add(orders.push("b"));
                    throw new IllegalStateException();
                }));

        assertThat(outcomes).hasSize(2).allMatch(outcome -> now(outcome) == Outcome.FAILED);
        assertThat(heard()).isEmpty();
    }

    @Test
    void keepsTheOrderOfOneTransaction() {
        inTransaction(() -> {
            orders.push("1");
            live.broadcast(replace("#x").text("2"));
            orders.place("3");
            return orders.push("4");
        });
        orders.push("5");

        assertThat(heard()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void isSentAtOnceWhenToldSo() {
        inTransaction(() -> {
            orders.push("committed");
            assertThat(now(orders.pushAtOnce("10 of 100"))).isEqualTo(Outcome.SEQUENCED);
            assertThat(heard()).containsExactly("10 of 100");
            return 0;
        });

        assertThat(heard()).containsExactly("committed");
    }

    @Test
    void goesWithTheTransactionItWasMadeIn() {
        inTransaction(() -> {
            orders.push("outer before");
            assertThat(now(orders.placeInANewOne("inner"))).isEqualTo(Outcome.SEQUENCED);
            orders.push("outer after");
            assertThat(heard()).containsExactly("inner");
            return 0;
        });

        assertThat(heard()).containsExactly("outer before", "outer after");
    }

    @Test
    void staysWhenTheOuterTransactionIsRolledBack() {
        with(TransactionDefinition.PROPAGATION_REQUIRED, outer -> {
            orders.push("outer");
            orders.placeInANewOne("inner");
            outer.setRollbackOnly();
        });

        assertThat(heard()).containsExactly("inner");
    }

    @Test
    void isSentAtOnceWhereTheTransactionIsSuspended() {
        inTransaction(() -> {
            orders.push("after");
            with(TransactionDefinition.PROPAGATION_NOT_SUPPORTED, none -> orders.push("before"));
            return 0;
        });

        assertThat(heard()).containsExactly("before", "after");
    }

    @Test
    void isDroppedWithARollbackToASavepoint() {
        List<CompletionStage<Outcome>> dropped = new ArrayList<>();

        inTransaction(() -> {
            orders.push("first");
            with(TransactionDefinition.PROPAGATION_NESTED, nested -> {
                dropped.add(orders.push("nested"));
                nested.setRollbackOnly();
            });
            with(TransactionDefinition.PROPAGATION_NESTED, nested -> orders.push("kept"));
            return orders.push("last");
        });

        assertThat(now(dropped.get(0))).isEqualTo(Outcome.FAILED);
        assertThat(heard()).containsExactly("first", "kept", "last");
    }

    @Test
    void isDroppedWithASavepointThatIsOlderThanTheFirstPush() {
        inTransaction(() -> {
            with(TransactionDefinition.PROPAGATION_NESTED, nested -> {
                orders.push("nested");
                nested.setRollbackOnly();
            });
            return orders.push("last");
        });

        assertThat(heard()).containsExactly("last");
    }

    @Test
    void waitsForTheEndOfAReadOnlyTransaction() {
        TransactionTemplate readOnly = new TransactionTemplate(transactions);
        readOnly.setReadOnly(true);

        readOnly.executeWithoutResult(status -> {
            orders.push("read");
            assertThat(heard()).isEmpty();
        });

        assertThat(heard()).containsExactly("read");
    }

    @Test
    void isSentAtOnceWithoutATransaction() {
        assertThat(now(orders.push("plain"))).isEqualTo(Outcome.SEQUENCED);
        with(TransactionDefinition.PROPAGATION_SUPPORTS, none -> {
            orders.push("supports");
            assertThat(heard()).containsExactly("plain", "supports");
        });
    }

    /** The trap: whoever registers while the callbacks after a commit run is not called by them any more. */
    @Test
    void isSentWhenMadeWhileOthersAreToldOfTheCommit() {
        inTransaction(() -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    orders.push("after commit");
                }

                @Override
                public void afterCompletion(int status) {
                    orders.push("after completion");
                }
            });
            return 0;
        });

        assertThat(heard()).containsExactly("after commit", "after completion");
    }

    @Test
    void isSentFromListenersOfEachPhase() {
        orders.announce("a");

        assertThat(heard()).containsExactly("in a", "heard a", "committed a", "completed a");
    }

    @Test
    void isSentFromListenersAfterARollback() {
        with(TransactionDefinition.PROPAGATION_REQUIRED, status -> {
            orders.announce("b");
            status.setRollbackOnly();
        });

        assertThat(heard()).containsExactlyInAnyOrder("rolled back b", "completed b");
    }

    @Test
    void isSentFromAScheduledMethod() {
        jobs.due.add("job");

        assertThat(page.nextUpdate()).isEqualTo("job");
        assertThat(orders.count("job")).isEqualTo(1);
    }

    @Test
    void whatCannotBeRenderedIsTheCallersErrorInsideTheTransaction() {
        inTransaction(() -> {
            assertThatExceptionOfType(LiveViewException.class)
                    .isThrownBy(() -> live.to(room(ROOM)).send(replace("#x").template("nowhere")));
            return orders.push("goes on");
        });

        assertThat(heard()).containsExactly("goes on");
    }

    @Test
    void ofAHandlerIsHeardAfterItsCommitButWhatItSendsToItsPageAtOnce() {
        JsonNode reply = page.call("say", Map.of("text", "good"));

        assertThat(heard()).containsExactly("sent 1", "broadcast good", "pushed good");
        assertThat(reply.path("updates").path(0).path("html").asString()).isEqualTo("returned");
        assertThat(orders.count("good")).isEqualTo(1);
    }

    @Test
    void ofAHandlerThatFailsIsNotHeard() {
        page.call("say", Map.of("text", "bad"));

        assertThat(heard()).containsExactly("sent 1");
        assertThat(orders.count("bad")).isZero();
    }
}
