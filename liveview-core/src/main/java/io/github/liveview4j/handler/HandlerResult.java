package io.github.liveview4j.handler;

import io.github.liveview4j.LiveViewMessage;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** What a handler method has returned, in one of the forms that the dispatcher knows how to send. */
public sealed interface HandlerResult {

    /** Nothing to send. */
    HandlerResult NOTHING = new Messages(List.of());

    /**
     * Messages that are there, applied by the page as one step.
     *
     * @param messages may be empty
     */
    record Messages(List<LiveViewMessage> messages) implements HandlerResult {

        /** Copies the list. */
        public Messages {
            messages = List.copyOf(messages);
        }
    }

    /**
     * Messages that will be there later; until then the call is not answered, and the page may make others.
     *
     * @param messages applied as one step
     */
    record Later(CompletionStage<List<LiveViewMessage>> messages) implements HandlerResult {}

    /**
     * Messages that are made while they are sent, on the thread of the call.
     *
     * @param steps each sent at once, as one step; closed by the receiver
     */
    record Pulled(Stream<List<LiveViewMessage>> steps) implements HandlerResult {}

    /**
     * Messages that come by themselves; until the last one the call is not answered, and the page may make others.
     *
     * @param steps each sent at once, as one step; asked for one after the other
     */
    record Pushed(Flow.Publisher<List<LiveViewMessage>> steps) implements HandlerResult {}
}
