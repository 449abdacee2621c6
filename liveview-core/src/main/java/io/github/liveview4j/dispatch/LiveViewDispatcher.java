package io.github.liveview4j.dispatch;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewMiddleware;
import io.github.liveview4j.handler.HandlerMethod;
import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.protocol.ClientEvent;
import io.github.liveview4j.protocol.ErrorCode;
import io.github.liveview4j.protocol.MessageCodec;
import io.github.liveview4j.protocol.ServerEvent;
import io.github.liveview4j.protocol.ServerEvent.Problem;
import io.github.liveview4j.render.MessageRenderer;
import io.github.liveview4j.room.RoomLog;
import io.github.liveview4j.room.RoomTokens;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.LiveViewSessionRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings events to handlers.
 *
 * <p>One for an application. Calls of one page run one after the other on the thread that brought them, with no pool in
 * between: a slow handler holds a container thread as a slow controller does. For any thread.
 */
public final class LiveViewDispatcher {

    /** The session attribute that holds the page's {@link Locale}; without it the JVM's default is taken. */
    public static final String LOCALE = Locale.class.getName();

    /** The session attribute that holds the {@link LiveViewHandshake}; without it no more than the user is known. */
    public static final String HANDSHAKE = LiveViewHandshake.class.getName();

    private final MessageCodec codec;
    private final MessageRenderer renderer;
    private final LiveViewBroadcaster broadcaster;
    private final LiveViewSessionRegistry sessions;
    private final HandlerMethodRegistry handlers;
    private final ErrorResolution errors;
    private final CallScope scope;
    private final PageLocales locales;
    private final PageRegistry pages;
    private final PageRooms rooms;
    private final LongSupplier nanoTime;
    private final PageWatch watch;
    private final MiddlewareChain.Link chain;

    /**
     * Creates a dispatcher.
     *
     * @param codec reads and writes frames
     * @param handlers the handlers by name, may still be empty
     * @param middlewares the chain in front of them, in order
     * @param resolvers what is asked about exceptions, in order
     * @param renderer renders the messages of handlers
     * @param broadcaster sends to other pages
     * @param sessions where connections are found by broadcasts
     * @param rooms what was said in the rooms
     * @param tokens signs which rooms pages may be in
     * @param scope what is put on the thread of an event
     * @param locales the languages that a page may choose by what it says it is in; none leaves the handshake's
     * @param heartbeat after how much silence a browser is, and itself asks, for a sign of life
     * @param assets gives the id of the application's static resources, or {@code null} where there is none; asked at every
     *     hello, in the thread that brought it
     */
    public LiveViewDispatcher(
            MessageCodec codec,
            HandlerMethodRegistry handlers,
            List<LiveViewMiddleware> middlewares,
            List<LiveViewExceptionResolver> resolvers,
            MessageRenderer renderer,
            LiveViewBroadcaster broadcaster,
            LiveViewSessionRegistry sessions,
            RoomLog rooms,
            RoomTokens tokens,
            CallScope scope,
            List<Locale> locales,
            Duration heartbeat,
            Supplier<@Nullable String> assets) {
        this(
                codec,
                handlers,
                middlewares,
                resolvers,
                renderer,
                broadcaster,
                sessions,
                rooms,
                tokens,
                scope,
                locales,
                heartbeat,
                assets,
                System::nanoTime);
    }

    LiveViewDispatcher(
            MessageCodec codec,
            HandlerMethodRegistry handlers,
            List<LiveViewMiddleware> middlewares,
            List<LiveViewExceptionResolver> resolvers,
            MessageRenderer renderer,
            LiveViewBroadcaster broadcaster,
            LiveViewSessionRegistry sessions,
            RoomLog rooms,
            RoomTokens tokens,
            CallScope scope,
            List<Locale> locales,
            Duration heartbeat,
            Supplier<@Nullable String> assets,
            LongSupplier nanoTime) {
        this.codec = codec;
        this.renderer = renderer;
        this.broadcaster = broadcaster;
        this.sessions = sessions;
        this.handlers = handlers;
        this.errors = new ErrorResolution(List.copyOf(resolvers));
        this.scope = scope;
        this.locales = new PageLocales(locales);
        this.nanoTime = nanoTime;
        this.pages = new PageRegistry(nanoTime);
        this.rooms = new PageRooms(rooms, tokens, codec, heartbeat, pages.node(), assets);
        this.watch = new PageWatch(sessions, rooms, this.rooms, pages, heartbeat, nanoTime);
        this.chain = MiddlewareChain.fold(List.copyOf(middlewares), this::handle);
    }

    /**
     * Takes in a connection whose handshake was let through.
     *
     * @param session the connection; broadcasts reach it from now on, or, in the second dialect, from its hello on
     * @return what passes its frames on, to be told when it closes
     */
    public LiveViewConnection open(LiveViewSession session) {
        sessions.add(session);
        return new LiveViewConnection(session, this);
    }

    /** Begins to look after the pages: asks for signs of life, gives up the dead, forgets what is old. */
    public void start() {
        watch.start();
    }

    /** Stops looking after the pages; can be started again. */
    public void stop() {
        watch.close();
    }

    LongSupplier nanoTime() {
        return nanoTime;
    }

    PageRooms rooms() {
        return rooms;
    }

    PageWatch watch() {
        return watch;
    }

    PageRegistry pages() {
        return pages;
    }

    MessageCodec codec() {
        return codec;
    }

    void closed(LiveViewSession session, @Nullable Page page) {
        session.disconnected();
        if (page != null) {
            pages.leave(page, session);
        }
    }

    /** Answers a call: by running it, or, when it has run before, by what it said then. */
    void answer(Page page, ClientEvent.Call event) {
        page.turn().lock();
        try {
            if (event.id() == 0 || page.calls().begin(event.id(), event.done())) {
                run(page, event);
            } else {
                repeat(page, event);
            }
        } finally {
            page.turn().unlock();
        }
    }

    private void repeat(Page page, ClientEvent.Call event) {
        page.repeat(page.calls()
                .recall(event.id())
                .orElseGet(() -> codec.encode(
                        page.dialect(),
                        new ServerEvent.Reply(
                                event.id(), List.of(), new Problem(ErrorCode.UNKNOWN_OUTCOME, null, null)))));
    }

    private void run(Page page, ClientEvent.Call event) {
        String lang = event.lang() == null ? page.lang() : event.lang();
        Call call = new Call(event.id(), page.session(), locales.choose(lang, page.locale()));
        PageConsumer consumer = new PageConsumer(page, call, rooms, renderer, codec, broadcaster);
        LiveViewContent content =
                LiveViewContent.of(event.function(), event.data(), event.form(), event.lang(), consumer.room());
        List<byte[]> frames = outcome(page, call, consumer, content);
        call.end();
        page.answer(call, frames);
    }

    private List<byte[]> outcome(Page page, Call call, LiveViewConsumer consumer, LiveViewContent content) {
        try {
            Runnable exit = scope.enter(call.session(), call.locale());
            try {
                chain.run(consumer, content, call);
                return reply(page, new ServerEvent.Reply(call.id(), rendered(call, call.returned()), null));
            } catch (Throwable e) {
                return failed(page, call, consumer, content, e);
            } finally {
                exit.run();
            }
        } catch (Throwable e) {
            // The scope's own failure: the call is under way for the browser and must end there too.
            return failed(page, call, consumer, content, e);
        }
    }

    private List<byte[]> failed(
            Page page, Call call, LiveViewConsumer consumer, LiveViewContent content, Throwable failure) {
        String function = handlers.find(content.function()).isPresent() ? content.function() : null;
        try {
            ErrorResolution.Outcome outcome = errors.resolve(failure, consumer, content);
            String code = outcome.code();
            Problem problem = code == null ? null : new Problem(code, outcome.ref(), function);
            return reply(page, new ServerEvent.Reply(call.id(), rendered(call, outcome.messages()), problem));
        } catch (Throwable e) {
            // A resolver may fail too, and what it answers may fail to be rendered or written.
            if (e != failure) {
                e.addSuppressed(failure);
            }
            ErrorResolution.Outcome last = errors.lastResort(e, consumer, content);
            Problem problem = new Problem(ErrorCode.FAILED, last.ref(), function);
            return reply(page, new ServerEvent.Reply(call.id(), List.of(), problem));
        }
    }

    private List<LiveViewMessage> rendered(Call call, List<LiveViewMessage> messages) {
        return messages.isEmpty()
                ? messages
                : renderer.render(messages, call.locale(), call.session().attributes());
    }

    private List<byte[]> reply(Page page, ServerEvent reply) {
        return codec.encode(page.dialect(), reply);
    }

    private void handle(LiveViewConsumer consumer, LiveViewContent content, Call call) {
        HandlerMethod handler =
                handlers.find(content.function()).orElseThrow(() -> new UnknownHandlerException(content.function()));
        call.claimHandler();
        try {
            call.returned(handler.invoke(consumer, content));
        } catch (Throwable e) {
            throw Sneaky.<RuntimeException>raise(e);
        }
    }
}
