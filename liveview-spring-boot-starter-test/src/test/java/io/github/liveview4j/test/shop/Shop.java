package io.github.liveview4j.test.shop;

import static io.github.liveview4j.LiveViewBroadcaster.room;
import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.element;
import static io.github.liveview4j.LiveViewMessage.error;
import static io.github.liveview4j.LiveViewMessage.outer;
import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.remove;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

class Shop {

    private static final Duration SOON = Duration.ofMillis(30);

    private final LiveViewBroadcaster live;
    private final Queue<CompletableFuture<LiveViewMessage>> orders = new ConcurrentLinkedQueue<>();

    Shop(LiveViewBroadcaster live) {
        this.live = live;
    }

    @LiveViewHandler("say_hello")
    void sayHello(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.send(replace("#greeting").template("shop :: greeting").with("name", content.form("name", "World")));
    }

    /** Shows what has come of the page, so that a test can look at it. */
    @LiveViewHandler
    LiveViewMessage echo(LiveViewContent content) {
        return replace("#echo").text("form " + sorted(content.form()) + " data " + sorted(content.data()));
    }

    /** Shows in which fields of the form the server thinks that somebody has been. */
    @LiveViewHandler
    LiveViewMessage touched(LiveViewContent content) {
        return replace("#echo")
                .text(Stream.of("number", "first", "second")
                        .filter(content::isTouched)
                        .collect(Collectors.joining(" ")));
    }

    @LiveViewHandler
    LiveViewMessage untouched(LiveViewContent content) {
        return replace("#echo")
                .text("untouched " + content.untouched().stream().sorted().toList());
    }

    private static String sorted(Map<String, ?> map) {
        return map.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Object::toString)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @LiveViewHandler
    LiveViewMessage started(LiveViewContent content) {
        return replace("#started").text("started with " + content.data("what"));
    }

    @LiveViewHandler
    LiveViewMessage add(LiveViewContent content) {
        return append("#items")
                .html("<li id='item-" + content.data("item") + "'>No. " + content.data("item") + "</li>");
    }

    @LiveViewHandler
    LiveViewMessage take(LiveViewContent content) {
        return remove("#item-" + content.data("item"));
    }

    /** Answers with whatever update the test wants. */
    @LiveViewHandler
    List<LiveViewMessage> effects(LiveViewContent content) {
        return switch (content.data("what")) {
            case "toast" -> List.of(page().event("toast", Map.of("text", "Saved", "count", 2)));
            case "url" -> List.of(page().url("/?page=2").title("Page 2"));
            case "redirect" -> List.of(page().redirect("/sent?comment=x"));
            case "reload" -> List.of(page().reload());
            case "focus" -> List.of(page().focus("#name"));
            case "announce" -> List.of(page().announce("Saved"));
            case "error" -> List.of(error("Only staff may do that"));
            case "call" -> List.of(page().call("add", Map.of("item", "7")));
            case "mark" ->
                List.of(element("#greeting")
                        .attribute("title", "marked")
                        .addClass("new")
                        .removeClass("old"));
            case "miss" -> List.of(replace("#nowhere").text("lost"));
            default -> List.of(outer("#greeting").html("<h1 id='greeting'>Another</h1>"));
        };
    }

    @LiveViewHandler
    void fail() {
        throw new IllegalStateException("the shelf is empty");
    }

    @LiveViewHandler
    void crash() {
        throw new AssertionError("the shelf is broken");
    }

    @LiveViewHandler("sell_out")
    void sellOut() {
        throw new SoldOut();
    }

    /** Tells everybody in the room. */
    @LiveViewHandler
    void shout(LiveViewContent content) {
        live.to(room("shop")).send(append("#news").html("<p>" + content.data("text", "News") + "</p>"));
    }

    @LiveViewHandler("shout_refresh")
    void shoutRefresh() {
        live.to(room("shop")).refresh("add", Map.of("item", "9"));
    }

    /** Pushes after a while, as a scheduler does. */
    @LiveViewHandler
    void remind(LiveViewConsumer consumer) {
        CompletableFuture.delayedExecutor(SOON.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> consumer.send(replace("#reminder").text("Time is up")));
    }

    /** Answers when it is done, while the page goes on. */
    @LiveViewHandler
    CompletionStage<LiveViewMessage> later(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.send(replace("#reminder").text("Working"));
        CompletableFuture<LiveViewMessage> answer = new CompletableFuture<>();
        orders.add(answer);
        return answer;
    }

    /** Ends what {@link #later} has begun. */
    @LiveViewHandler
    void finish(LiveViewContent content) {
        CompletableFuture<LiveViewMessage> answer = orders.remove();
        if (content.data("how").equals("badly")) {
            answer.completeExceptionally(new IllegalStateException("the oven is cold"));
        } else {
            answer.complete(replace("#reminder").text("Done"));
        }
    }

    @LiveViewHandler
    LiveViewMessage repeat(LiveViewContent content) {
        return replace("#reminder").text("echo " + content.data("n"));
    }

    @LiveViewHandler
    LiveViewMessage thread() {
        return replace("#reminder").text(Thread.currentThread().getName());
    }

    @LiveViewHandler
    LiveViewMessage who(@Nullable Principal user) {
        return replace("#who").text(user == null ? "nobody" : user.getName());
    }

    @LiveViewHandler
    LiveViewMessage check(LiveViewContent content) {
        return replace("#problem").text(content.form("email").contains("@") ? "" : "No address");
    }

    @LiveViewHandler
    LiveViewMessage save(LiveViewContent content) {
        return replace("#fields")
                .html("<input id='email' name='email' value='"
                        + content.form("email").toLowerCase() + "'>");
    }

    static class SoldOut extends RuntimeException {}

    @Component
    static class SoldOutErrors implements LiveViewExceptionResolver {

        @Override
        public @Nullable Resolution resolve(Exception exception, LiveViewConsumer consumer, LiveViewContent content) {
            return exception instanceof SoldOut ? Resolution.error("sold_out") : null;
        }
    }
}
