package io.github.liveview4j.spring.transaction;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.append;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewBroadcaster.Outcome;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** An application that pushes from everywhere that Spring calls, with a database. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@Import({OrdersApplication.Orders.class, OrdersApplication.Listeners.class, OrdersApplication.Jobs.class})
class OrdersApplication {

    static final String ROOM = "orders";

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    Handlers handlers(LiveViewBroadcaster live, Orders orders) {
        return new Handlers(live, orders);
    }

    record Placed(String text) {}

    /** A service that pushes, as one would write it. */
    static class Orders {

        private final JdbcClient jdbc;
        private final LiveViewBroadcaster live;
        private final ApplicationEventPublisher events;

        Orders(JdbcClient jdbc, LiveViewBroadcaster live, ApplicationEventPublisher events) {
            this.jdbc = jdbc;
            this.live = live;
            this.events = events;
            jdbc.sql("create table if not exists orders (text varchar(100))").update();
        }

        void insert(String text) {
            jdbc.sql("insert into orders values (?)").param(text).update();
        }

        long count(String text) {
            return jdbc.sql("select count(*) from orders where text = ?")
                    .param(text)
                    .query(Long.class)
                    .single();
        }

        CompletionStage<Outcome> push(String text) {
            return live.to(room(ROOM)).send(append("#orders").text(text));
        }

        CompletionStage<Outcome> pushAtOnce(String text) {
            return live.to(room(ROOM)).atOnce().send(append("#orders").text(text));
        }

        @Transactional
        public CompletionStage<Outcome> place(String text) {
            CompletionStage<Outcome> outcome = push(text);
            insert(text);
            return outcome;
        }

        @Transactional(propagation = Propagation.REQUIRES_NEW)
        public CompletionStage<Outcome> placeInANewOne(String text) {
            return place(text);
        }

        @Transactional
        public void announce(String text) {
            push("in " + text);
            events.publishEvent(new Placed(text));
        }
    }

    static class Listeners {

        private final Orders orders;

        Listeners(Orders orders) {
            this.orders = orders;
        }

        @EventListener
        void heard(Placed placed) {
            orders.push("heard " + placed.text());
        }

        @Order(Ordered.HIGHEST_PRECEDENCE + 1)
        @TransactionalEventListener
        void committed(Placed placed) {
            orders.push("committed " + placed.text());
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
        void rolledBack(Placed placed) {
            orders.push("rolled back " + placed.text());
        }

        @Order(Ordered.LOWEST_PRECEDENCE)
        @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
        void completed(Placed placed) {
            orders.push("completed " + placed.text());
        }
    }

    static class Jobs {

        final Queue<String> due = new ConcurrentLinkedQueue<>();

        private final Orders orders;

        Jobs(Orders orders) {
            this.orders = orders;
        }

        @Scheduled(fixedDelay = 20)
        void tick() {
            String text = due.poll();
            if (text != null) {
                orders.place(text);
            }
        }
    }

    static class Handlers {

        private final LiveViewBroadcaster live;
        private final Orders orders;

        Handlers(LiveViewBroadcaster live, Orders orders) {
            this.live = live;
            this.orders = orders;
        }

        @LiveViewHandler
        void join(LiveViewConsumer consumer) {
            consumer.join(ROOM);
        }

        /** Four ways to say something in a transaction; which are heard when? */
        @Transactional
        @LiveViewHandler
        LiveViewMessage say(LiveViewConsumer consumer, LiveViewContent content) {
            String text = content.form("text");
            orders.insert(text);
            consumer.broadcast(append("#orders").text("broadcast " + text));
            live.to(room(ROOM)).send(append("#orders").text("pushed " + text));
            consumer.send(append("#own").text("sent " + orders.count(text)));
            if (text.startsWith("bad")) {
                throw new IllegalStateException("Not this one");
            }
            return append("#own").text("returned");
        }
    }
}
