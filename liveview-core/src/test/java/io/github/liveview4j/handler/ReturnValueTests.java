package io.github.liveview4j.handler;

import static io.github.liveview4j.LiveViewMessage.remove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnValueTests {

    private static final LiveViewMessage ONE = remove("#1");
    private static final LiveViewMessage TWO = remove("#2");

    @SuppressWarnings({"unused", "rawtypes", "FutureReturnValueIgnored"}) // called by name
    static class Handlers {

        @LiveViewHandler
        CompletionStage<LiveViewMessage> stage() {
            return CompletableFuture.completedStage(ONE);
        }

        @LiveViewHandler
        CompletableFuture<List<LiveViewMessage>> future() {
            return CompletableFuture.completedFuture(List.of(ONE, TWO));
        }

        @LiveViewHandler
        CompletableFuture<? extends LiveViewMessage> wildcard() {
            return CompletableFuture.completedFuture(ONE);
        }

        @LiveViewHandler
        CompletableFuture<Void> work() {
            return CompletableFuture.completedFuture(null);
        }

        @LiveViewHandler
        Stream<LiveViewMessage> stream() {
            return Stream.of(ONE, TWO);
        }

        @LiveViewHandler
        Stream<List<LiveViewMessage>> streamOfSteps() {
            return Stream.of(List.of(ONE, TWO), List.of());
        }

        @LiveViewHandler
        Flow.Publisher<LiveViewMessage> publisher() {
            return subscriber -> {};
        }

        @LiveViewHandler
        SubmissionPublisher<LiveViewMessage> submission() {
            return new SubmissionPublisher<>();
        }

        @LiveViewHandler
        CompletionStage<String> text() {
            return CompletableFuture.completedStage("");
        }

        @LiveViewHandler
        Stream<String> texts() {
            return Stream.of();
        }

        @LiveViewHandler
        Flow.Publisher<Void> signals() {
            return subscriber -> {};
        }

        @LiveViewHandler
        Stream raw() {
            return Stream.of();
        }

        @LiveViewHandler
        Optional<LiveViewMessage> known() {
            return Optional.of(ONE);
        }
    }

    private static final HandlerMethodReturnValueAdapter OPTIONALS = new HandlerMethodReturnValueAdapter() {
        @Override
        public boolean supportsReturnType(Method method) {
            return method.getReturnType() == Optional.class;
        }

        @Override
        public HandlerResult adapt(Object value, Method method) {
            return new HandlerResult.Messages(((Optional<?>) value)
                    .map(message -> List.of((LiveViewMessage) message))
                    .orElseGet(List::of));
        }
    };

    private static HandlerMethod handler(String name, HandlerMethodReturnValueAdapter... adapters) throws Exception {
        Method method = Handlers.class.getDeclaredMethod(name);
        return HandlerMethod.of(Handlers::new, method, method, List.of(), List.of(adapters));
    }

    private static HandlerResult invoke(String name, HandlerMethodReturnValueAdapter... adapters) throws Throwable {
        return handler(name, adapters).invoke(new StubConsumer(Optional.empty(), Locale.ROOT), LiveViewContent.of("f"));
    }

    private static List<LiveViewMessage> later(String name) throws Throwable {
        return ((HandlerResult.Later) invoke(name))
                .messages()
                .toCompletableFuture()
                .get();
    }

    @Test
    void mayComeLater() throws Throwable {
        assertThat(later("stage")).containsExactly(ONE);
        assertThat(later("future")).containsExactly(ONE, TWO);
        assertThat(later("wildcard")).containsExactly(ONE);
        assertThat(later("work")).isEmpty();
    }

    @Test
    void mayBePulledStepByStep() throws Throwable {
        assertThat(((HandlerResult.Pulled) invoke("stream")).steps()).containsExactly(List.of(ONE), List.of(TWO));
        assertThat(((HandlerResult.Pulled) invoke("streamOfSteps")).steps())
                .containsExactly(List.of(ONE, TWO), List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "submission"})
    void mayComeByItself(String name) throws Throwable {
        assertThat(invoke(name)).isInstanceOf(HandlerResult.Pushed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "texts", "signals", "raw", "known"})
    void ofAnythingElseStopsTheStart(String name) {
        HandlerMappingException refused = catchThrowableOfType(HandlerMappingException.class, () -> handler(name));

        assertThat(refused.description()).contains("Handlers." + name + " returns java.util.");
        assertThat(refused.action()).contains("HandlerMethodReturnValueAdapter");
    }

    @Test
    void thatAnAdapterKnowsIsAdapted() throws Throwable {
        assertThat(invoke("known", OPTIONALS)).isEqualTo(new HandlerResult.Messages(List.of(ONE)));
    }
}
