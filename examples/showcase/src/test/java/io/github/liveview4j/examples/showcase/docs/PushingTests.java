package io.github.liveview4j.examples.showcase.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.broadcast.SessionBroadcaster;
import io.github.liveview4j.protocol.JacksonMessageCodec;
import io.github.liveview4j.render.MessageRenderer;
import io.github.liveview4j.spring.transaction.AfterCommit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** What the guide says of pushes and transactions, with transactions of a database. */
@SpringJUnitConfig
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class PushingTests {

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @Import({Orders.class, Shipping.class, ShippingNews.class, ServerTime.class})
    static class Application {

        @Bean
        DataSource database() {
            return new EmbeddedDatabaseBuilder()
                    .setType(EmbeddedDatabaseType.H2)
                    .generateUniqueName(true)
                    .build();
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        List<String> told() {
            return new ArrayList<>();
        }

        @Bean
        LiveViewBroadcaster live(List<String> told) {
            return new SessionBroadcaster(
                    new MessageRenderer(request -> ""),
                    new JacksonMessageCodec(),
                    broadcast -> {
                        String updates = new String(broadcast.updates(), StandardCharsets.UTF_8);
                        told.add(broadcast.room() + " " + updates.replaceAll(".*\"html\":\"([^\"]*)\".*", "$1"));
                        return CompletableFuture.completedStage(Outcome.SEQUENCED);
                    },
                    new AfterCommit());
        }
    }

    @Autowired
    private List<String> told;

    @Autowired
    private Shipping shipping;

    @Test
    void pagesHearOfWhatIsCommitted() {
        shipping.ship(7);

        assertThat(told).containsExactly("order:7 shipped", "@ada Your order is on its way");
    }

    @Test
    void pagesHearNothingOfWhatIsRolledBack() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> shipping.ship(8));

        assertThat(told).isEmpty();
    }

    @Test
    void progressIsHeardAtOnce() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> shipping.shipAll(List.of(7, 8)));
        assertThat(told).containsExactly("shipping shipping 7");

        shipping.shipAll(List.of(7));
        assertThat(told.subList(1, told.size()))
                .containsExactly(
                        "shipping shipping 7",
                        "order:7 shipped",
                        "shipping 1 are on their way",
                        "@ada Your order is on its way");
    }

    @Test
    void aSchedulerPushesToo(@Autowired ServerTime time) {
        time.show();

        assertThat(told).singleElement().asString().startsWith("clock ");
    }
}
