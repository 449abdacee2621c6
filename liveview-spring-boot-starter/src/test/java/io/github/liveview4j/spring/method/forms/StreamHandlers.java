package io.github.liveview4j.spring.method.forms;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.ui.Model;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Handlers with Reactor's types. */
public class StreamHandlers {

    private final Sinks.Empty<Void> stop = Sinks.empty();

    /** Completed when the endless stream has ended, with how. */
    public final CompletableFuture<String> ended = new CompletableFuture<>();

    @LiveViewHandler
    Flux<LiveViewMessage> words(Model model) {
        model.addAttribute("note", "of the stream");
        return Flux.just("a", "b")
                .map(word -> append("#t").text(word))
                .concatWithValues(replace("#t").template("forms/order :: note"));
    }

    @LiveViewHandler
    Mono<LiveViewMessage> one() {
        return Mono.fromSupplier(() -> replace("#t").text("one"));
    }

    @LiveViewHandler
    Mono<List<LiveViewMessage>> two() {
        return Mono.just(List.of(replace("#t").text("1"), replace("#u").text("2")));
    }

    @LiveViewHandler
    Mono<Void> nothing() {
        return Mono.empty();
    }

    @LiveViewHandler
    Flux<LiveViewMessage> failing() {
        return Flux.concat(Flux.just(replace("#t").text("a")), Flux.error(new IllegalStateException("broken")));
    }

    @LiveViewHandler
    Flux<LiveViewMessage> endless() {
        return Flux.concat(Flux.just(replace("#t").text("first")), Flux.<LiveViewMessage>never())
                .takeUntilOther(stop.asMono())
                .doOnCancel(() -> ended.complete("cancelled"))
                .doOnComplete(() -> ended.complete("stopped"));
    }

    @LiveViewHandler
    void stop() {
        stop.tryEmitEmpty();
    }
}
