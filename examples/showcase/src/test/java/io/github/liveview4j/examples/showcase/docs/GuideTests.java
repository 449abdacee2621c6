package io.github.liveview4j.examples.showcase.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewMessage.Swap;
import io.github.liveview4j.LiveViewMiddleware;
import io.github.liveview4j.RoomAuthorizer;
import io.github.liveview4j.broadcast.SessionBroadcaster;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver.Resolution;
import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.protocol.JacksonMessageCodec;
import io.github.liveview4j.render.MessageRenderer;
import io.github.liveview4j.room.Broadcast;
import io.github.liveview4j.test.TestConsumer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.ui.ConcurrentModel;

/** The examples of the guide do what it says of them. */
class GuideTests {

    @Nested
    @SpringBootTest
    @AutoConfigureMockMvc // not used; so the application is the one that other tests have started
    class Beans {

        @Autowired
        private HandlerMethodRegistry handlers;

        @Test
        void handlersAreRegistered() {
            assertThat(handlers.find("say_hello")).isPresent();
            assertThat(handlers.names()).contains("take", "bring", "close_stock");
        }

        @Test
        void everyPartIsFound(
                @Autowired List<LiveViewExceptionResolver> resolvers,
                @Autowired List<RoomAuthorizer> authorizers,
                @Autowired List<LiveViewMiddleware> middlewares) {
            assertThat(resolvers).hasAtLeastOneElementOfType(SoldOutErrors.class);
            assertThat(authorizers).hasAtLeastOneElementOfType(OwnOrders.class);
            assertThat(middlewares).first().isInstanceOf(SlowCalls.class);
        }
    }

    @Nested
    class Handlers {

        private final Stock stock = new Stock();
        private final TestConsumer consumer = TestConsumer.create();
        private final LiveViewContent take = LiveViewContent.of("take").withData("article", "7");

        @Test
        void resultIsAMessage() {
            LiveViewMessage message = stock.take(take);

            assertThat(message.target()).isEqualTo("#pieces-7");
            assertThat(message.html()).isEqualTo("0");
        }

        @Test
        void resultMayBeSeveralMessages() {
            assertThat(stock.bring(Map.of()))
                    .extracting(LiveViewMessage::swap)
                    .containsExactly(Swap.PREPEND, Swap.NONE, Swap.NONE);
        }

        @Test
        void exceptionIsTurnedIntoAMessage() {
            stock.take(take);
            assertThatThrownBy(() -> stock.take(take)).isInstanceOf(SoldOutException.class);

            Resolution resolution = new SoldOutErrors().resolve(new SoldOutException(7), consumer, take);

            assertThat(Objects.requireNonNull(resolution).messages())
                    .singleElement()
                    .satisfies(message -> assertThat(message.html()).isEqualTo("sold out"));
            assertThat(new SoldOutErrors().resolve(new IllegalStateException(), consumer, take))
                    .isNull();
        }

        @Test
        void errorOfTheApplicationIsSent() {
            stock.close(consumer);

            assertThat(consumer.sent())
                    .singleElement()
                    .satisfies(message ->
                            assertThat(message.effects()).containsEntry("error", "Only staff may close the stock"));
        }

        @Test
        void middlewareGoesOn() {
            AtomicInteger calls = new AtomicInteger();

            new SlowCalls().handle(consumer, take, calls::incrementAndGet);

            assertThat(calls).hasValue(1);
        }
    }

    @Nested
    class Rooms {

        private static final Principal ADA = () -> "ada";

        @Test
        void ownRoomIsOpen() {
            assertThat(new OwnOrders().admits("orders:ada", LiveViewHandshake.of(ADA)))
                    .isTrue();
        }

        @Test
        void othersAreNot() {
            assertThat(new OwnOrders().admits("orders:grace", LiveViewHandshake.of(ADA)))
                    .isFalse();
            assertThat(new OwnOrders().admits("orders:ada", LiveViewHandshake.of(null)))
                    .isFalse();
        }
    }

    @Nested
    class ManyPages {

        private static final Principal ADA = () -> "ada";

        private final List<Broadcast> sent = new ArrayList<>();
        private final LiveViewBroadcaster live =
                new SessionBroadcaster(new MessageRenderer(request -> ""), new JacksonMessageCodec(), broadcast -> {
                    sent.add(broadcast);
                    return CompletableFuture.completedStage(LiveViewBroadcaster.Outcome.SEQUENCED);
                });
        private final OrderTalk talk = new OrderTalk(live, new Orders());
        private final TestConsumer consumer = TestConsumer.create();
        private final LiveViewContent seven = LiveViewContent.of("follow_order").withData("order", "7");

        @Test
        void controllerJoinsBeforeItLoads() {
            List<String> joined = new ArrayList<>();
            OrderPage page = new OrderPage(new Orders());

            assertThat(page.order(7, ADA, joined::add, new ConcurrentModel())).isEqualTo("orders/order");
            assertThatThrownBy(() -> page.order(7, () -> "grace", joined::add, new ConcurrentModel()))
                    .hasMessage("No such order");
            assertThat(joined).containsExactly("order:7", "order:7");
        }

        @Test
        void handlerJoinsAndLeaves() {
            talk.follow(consumer, ADA, seven);
            assertThat(consumer.rooms()).containsExactly("order:7");

            talk.forget(consumer, seven);
            assertThat(consumer.rooms()).isEmpty();
        }

        @Test
        void handlerAsksWhoseOrderItIs() {
            assertThatThrownBy(() -> talk.follow(consumer, () -> "grace", seven))
                    .hasMessage("No such order");
            assertThat(consumer.rooms()).isEmpty();
        }

        @Test
        void senderIsLeftOut() {
            assertThat(talk.comment(consumer, ADA, seven.withForm("comment", "Soon?"))
                            .html())
                    .isEqualTo("Soon?");

            assertThat(sent).singleElement().satisfies(broadcast -> {
                assertThat(broadcast.room()).isEqualTo("order:7");
                assertThat(broadcast.except()).isEqualTo(consumer.id());
            });
        }

        @Test
        void roomAndUserAreToldAndPagesAsked() {
            Order order = new Order(7, "ada", "packed");
            talk.sent(order);
            talk.changed(order);

            assertThat(sent).extracting(Broadcast::room).containsExactly("order:7", "@ada", "order:7");
            assertThat(new String(sent.get(2).updates(), StandardCharsets.UTF_8))
                    .contains("\"function\":\"show_order\"", "\"data\":{\"order\":7}");
            assertThat(talk.show(ADA, seven).target()).isEqualTo("#order");
        }
    }
}
