package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewMiddleware;
import io.github.liveview4j.handler.HandlerMethod;
import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.handler.HandlerResult;
import io.github.liveview4j.protocol.ClientEvent;
import io.github.liveview4j.protocol.Dialect;
import io.github.liveview4j.protocol.ErrorCode;
import io.github.liveview4j.protocol.MessageCodec;
import io.github.liveview4j.protocol.ServerEvent;
import io.github.liveview4j.protocol.ServerEvent.Problem;
import io.github.liveview4j.render.MessageRenderer;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the handlers that pages call, and answers.
 *
 * <p>A handler runs on the thread that brought the call. Where it has returned something that comes later, the call is answered
 * by whoever brings that, once, and the page's next calls do not wait for it. For any thread.
 */
final class CallRunner {

    private final MessageCodec codec;
    private final MessageRenderer renderer;
    private final LiveViewBroadcaster broadcaster;
    private final HandlerMethodRegistry handlers;
    private final ErrorResolution errors;
    private final CallScope scope;
    private final PageLocales locales;
    private final PageRooms rooms;
    private final AccessGate access;
    private final RefusalLog refusals;
    private final MiddlewareChain.Link chain;

    private record Run(Page page, Call call, PageConsumer consumer, LiveViewContent content) {}

    CallRunner(
            MessageCodec codec,
            MessageRenderer renderer,
            LiveViewBroadcaster broadcaster,
            HandlerMethodRegistry handlers,
            List<LiveViewMiddleware> middlewares,
            List<LiveViewExceptionResolver> resolvers,
            CallScope scope,
            PageLocales locales,
            PageRooms rooms,
            AccessGate access,
            RefusalLog refusals) {
        this.codec = codec;
        this.renderer = renderer;
        this.broadcaster = broadcaster;
        this.handlers = handlers;
        this.errors = new ErrorResolution(List.copyOf(resolvers));
        this.scope = scope;
        this.locales = locales;
        this.rooms = rooms;
        this.access = access;
        this.refusals = refusals;
        this.chain = MiddlewareChain.fold(List.copyOf(middlewares), this::handle);
    }

    /** Answers a call: by running it, or, when it has run before, by what it said then. */
    void answer(Page page, LiveViewSession from, ClientEvent.Call event) {
        page.turn().lock();
        try {
            // Only now: it may have waited for a long time. Nothing is noted of a call that is refused: it has not run.
            RefusedCallException refusal = access.refusal(from);
            if (refusal != null) {
                refuse(page, from, event, refusal);
                AccessGate.closeIfSignedOut(from, refusal);
            } else if (event.id() == 0 || page.calls().begin(event.id(), event.done())) {
                run(page, event);
            } else {
                page.repeat(
                        event.id(),
                        () -> reply(
                                page,
                                new ServerEvent.Reply(
                                        event.id(), List.of(), new Problem(ErrorCode.UNKNOWN_OUTCOME, null, null))));
            }
        } finally {
            page.turn().unlock();
        }
    }

    /**
     * Answers a call that is not run, over the connection that it came over. Of one that has run before, as after a lost connection,
     * the page is not told that it was not: somebody would do it once more.
     */
    void refuse(Page page, LiveViewSession from, ClientEvent.Call event, RefusedCallException refusal) {
        String ref = refusals.add(refusal, event.function(), from);
        boolean hasRun = event.id() > 0 && page.calls().hasBegun(event.id());
        Problem problem = new Problem(hasRun ? ErrorCode.UNKNOWN_OUTCOME : refusal.code(), ref, null);
        for (byte[] frame :
                codec.encode(Dialect.of(from.subprotocol()), new ServerEvent.Reply(event.id(), List.of(), problem))) {
            from.send(Frame.of(frame));
        }
    }

    private void run(Page page, ClientEvent.Call event) {
        String lang = event.lang() == null ? page.lang() : event.lang();
        LiveViewSession from = page.session();
        Call call = new Call(event.id(), from, locales.choose(lang, page.locale()));
        PageConsumer consumer = new PageConsumer(page, call, rooms, renderer, codec, broadcaster);
        LiveViewContent content = LiveViewContent.of(
                        event.function(), event.data(), event.form(), event.lang(), consumer.room())
                .withUntouched(event.untouched());
        call.content(content);
        Run run = new Run(page, call, consumer, content);
        boolean corks = page.dialect() == Dialect.V2;
        if (corks) {
            // What the handler sends goes out with the answer, as one write is most of what a call costs.
            from.cork();
        }
        page.current(call);
        try {
            List<byte[]> frames = inScope(run, () -> {
                page.underWay().checkHasRoom();
                try {
                    chain.run(consumer, content, call);
                } catch (Throwable e) {
                    close(call.returned(), e);
                    throw e;
                }
                return sent(run, call.returned());
            });
            if (frames != null) {
                finish(run, frames);
                // Where something failed after a publisher was subscribed to: it would go on for a call that has ended.
                call.cancel();
            }
        } finally {
            page.current(null);
            if (corks) {
                from.uncork();
            }
        }
    }

    /** What is done with everything on the thread that the application expects there. */
    private interface Step {
        @Nullable
        List<byte[]> frames() throws Exception;
    }

    private @Nullable List<byte[]> inScope(Run run, Step step) {
        try {
            CallScope.Entered entered =
                    scope.enter(run.consumer(), run.call().session().attributes());
            run.call().entered(entered);
            try {
                return step.frames();
            } catch (Throwable e) {
                return failed(run, e);
            } finally {
                entered.exit();
            }
        } catch (Throwable e) {
            // The scope's own failure: the call is under way for the browser and must end there too.
            return failed(run, e);
        }
    }

    /** Closes what a handler has returned where a middleware fails after it, as nobody will send it. */
    private static void close(HandlerResult unsent, Throwable failure) {
        if (unsent instanceof HandlerResult.Pulled pulled) {
            try {
                pulled.steps().close();
            } catch (Throwable e) {
                failure.addSuppressed(e);
            }
        }
    }

    /** Returns the frames of the answer, or {@code null} where it comes later. */
    private @Nullable List<byte[]> sent(Run run, HandlerResult result) {
        if (result instanceof HandlerResult.Messages messages) {
            return reply(run, messages.messages());
        }
        // Nobody knows when the next piece of it comes, so that nothing is held back for it.
        run.call().session().uncork();
        if (result instanceof HandlerResult.Pulled pulled) {
            return pull(run, pulled.steps());
        }
        run.page().underWay().add(run.call());
        if (result instanceof HandlerResult.Later later) {
            later.messages().whenComplete((messages, failure) -> complete(run, messages, failure));
        } else if (result instanceof HandlerResult.Pushed pushed) {
            StepSubscriber subscriber =
                    new StepSubscriber(run.consumer(), failure -> complete(run, List.of(), failure));
            run.call().onCancel(subscriber::cancel);
            pushed.steps().subscribe(subscriber);
            if (run.consumer().isGone()) {
                run.call().cancel();
            }
        }
        return null;
    }

    private List<byte[]> pull(Run run, Stream<List<LiveViewMessage>> steps) {
        try (steps) {
            Iterator<List<LiveViewMessage>> iterator = steps.iterator();
            while (!run.consumer().isGone() && iterator.hasNext()) {
                run.consumer().send(iterator.next().toArray(new LiveViewMessage[0]));
            }
        }
        return reply(run, List.of());
    }

    private void complete(Run run, @Nullable List<LiveViewMessage> messages, @Nullable Throwable failure) {
        if (!run.call().isRunning()) {
            return;
        }
        if (run.consumer().isGone()) {
            finish(run, List.of());
            return;
        }
        List<byte[]> frames = inScope(run, () -> {
            if (failure != null) {
                throw Sneaky.<RuntimeException>raise(
                        failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure);
            }
            return reply(run, messages == null ? List.of() : messages);
        });
        finish(run, frames == null ? List.of() : frames);
    }

    private static void finish(Run run, List<byte[]> frames) {
        Call call = run.call();
        if (call.end()) {
            // In this order: whoever asks for the call again either finds it under way or finds the answer.
            run.page().answer(call, frames);
            run.page().underWay().remove(call);
        }
    }

    private List<byte[]> failed(Run run, Throwable failure) {
        LiveViewConsumer consumer = run.consumer();
        LiveViewContent content = run.content();
        if (failure instanceof RefusedCallException refusal) {
            return refused(run, refusal);
        }
        long id = run.call().id();
        boolean isKnown = handlers.find(content.function()).isPresent();
        try {
            ErrorResolution.Outcome outcome = errors.resolve(failure, consumer, content);
            String code = outcome.code();
            String function = isKnown && !ErrorCode.UNKNOWN_FUNCTION.equals(code) ? content.function() : null;
            Problem problem = code == null ? null : new Problem(code, outcome.ref(), function);
            return reply(run.page(), new ServerEvent.Reply(id, rendered(run, outcome.messages()), problem));
        } catch (Throwable e) {
            // A resolver may fail too, and what it answers may fail to be rendered or written.
            if (e != failure) {
                e.addSuppressed(failure);
            }
            ErrorResolution.Outcome last = errors.lastResort(e, consumer, content);
            Problem problem = new Problem(ErrorCode.FAILED, last.ref(), isKnown ? content.function() : null);
            return reply(run.page(), new ServerEvent.Reply(id, List.of(), problem));
        }
    }

    /** Answers a call that was refused in the place of its handler, whatever the application makes of exceptions. */
    private List<byte[]> refused(Run run, RefusedCallException refusal) {
        String ref = refusals.add(refusal, run.content().function(), run.call().session());
        return reply(
                run.page(), new ServerEvent.Reply(run.call().id(), List.of(), new Problem(refusal.code(), ref, null)));
    }

    private List<byte[]> reply(Run run, List<LiveViewMessage> messages) {
        return reply(run.page(), new ServerEvent.Reply(run.call().id(), rendered(run, messages), null));
    }

    private List<LiveViewMessage> rendered(Run run, List<LiveViewMessage> messages) {
        return messages.isEmpty()
                ? messages
                : renderer.render(messages, run.consumer().context(run.call().session()));
    }

    private List<byte[]> reply(Page page, ServerEvent reply) {
        return codec.encode(page.dialect(), reply);
    }

    private void handle(LiveViewConsumer consumer, LiveViewContent content, Call call) {
        HandlerMethod handler =
                handlers.find(content.function()).orElseThrow(() -> new UnknownHandlerException(content.function()));
        call.claimHandler();
        try {
            // Once more, at the last moment: middlewares and the binding of a form may have taken their time,
            // and nobody is to act after their sign-out has returned.
            call.returned(handler.invoke(consumer, content, () -> {
                RefusedCallException refusal = access.refusal(call.session());
                if (refusal != null) {
                    throw refusal;
                }
            }));
        } catch (Throwable e) {
            throw Sneaky.<RuntimeException>raise(e);
        }
    }
}
