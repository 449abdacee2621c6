package io.github.liveview4j.dispatch;

import io.github.liveview4j.protocol.ClientEvent;
import io.github.liveview4j.protocol.ErrorCode;
import io.github.liveview4j.room.Bearer;
import io.github.liveview4j.room.PageTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the calls of one socket are run: those of a page that has shown the token of its html are. A page whose token does
 * not hold any more, as after a day, a new key or a new session, is told to fetch itself; what it calls meanwhile waits for
 * the new token, as somebody may have typed it. A page that was made for somebody else, or that has no token to show, is
 * refused.
 *
 * <p>For one thread at a time: that which brings the frames.
 */
final class CallTrust {

    static final int MOST_HELD = 48;
    static final int MOST_BYTES = 256 * 1024;

    /** As long as the bundled client tries to fetch its page. */
    static final long LONGEST = TimeUnit.MINUTES.toNanos(1);

    private final boolean isRequired;
    private final LongSupplier nanoTime;
    private final List<ClientEvent.Call> held = new ArrayList<>(0);
    private int heldBytes;
    private boolean isAsked;
    /** Whether the last token that was shown is of somebody else: a page may go on without it, and is theirs all the same. */
    private boolean isOfAnother;

    private boolean isWaiting;
    private long since;
    private @Nullable RefusedCallException refusal;

    CallTrust(boolean isRequired, LongSupplier nanoTime) {
        this.isRequired = isRequired;
        this.nanoTime = nanoTime;
    }

    /**
     * Takes note of a hello.
     *
     * @param isProven whether its token holds
     * @param bearer who is behind the socket
     * @return whether the page has to be told that it lacks a token: it can fetch one
     */
    boolean hears(ClientEvent.Hello hello, boolean isProven, Bearer bearer) {
        boolean wasAsked = isAsked;
        isWaiting = false;
        refusal = null;
        if (!isRequired || isProven) {
            isAsked = false;
            isOfAnother = false;
            return false;
        }
        isAsked = true;
        String token = hello.token();
        if (token != null) {
            isOfAnother = PageTokens.isClaimedForAnother(token, bearer);
        }
        if (isOfAnother && (!wasAsked || token == null)) {
            refusal = new RefusedCallException(
                    ErrorCode.SIGNED_OUT, "the page was made for somebody who is not behind it any more", null);
            return !wasAsked;
        }
        if (wasAsked && token == null) {
            refusal = new RefusedCallException(
                    ErrorCode.UNTRUSTED,
                    "the page shows no token. <liveview:script/> writes it; a script tag that is written by hand needs "
                            + "data-token=\"${#liveview.token()}\", and where the html cannot have one, such as a file, set "
                            + "liveview.page-token=optional",
                    null);
            return false;
        }
        isWaiting = true;
        return true;
    }

    /** Returns why a call is not run, or {@code null} where it is run, or waits. */
    @Nullable
    RefusedCallException refusal() {
        return refusal;
    }

    /**
     * Keeps a call until it is known whether it is run.
     *
     * @param bytes its size, or its share of the frame that it came in
     * @return false where it need not wait
     * @throws RefusedCallException if too much waits already
     */
    boolean holds(ClientEvent.Call call, int bytes) {
        if (!isWaiting) {
            return false;
        }
        if (held.size() >= MOST_HELD || heldBytes + bytes > MOST_BYTES) {
            throw new RefusedCallException(ErrorCode.UNTRUSTED, "too much waits for the page to show a token", null);
        }
        if (held.isEmpty()) {
            since = nanoTime.getAsLong();
        }
        held.add(call);
        heldBytes += bytes;
        return true;
    }

    /** Takes out what waited, in order; nothing while it goes on waiting, which it does not for ever. */
    List<ClientEvent.Call> released() {
        if (isWaiting && !held.isEmpty() && nanoTime.getAsLong() - since > LONGEST) {
            isWaiting = false;
            refusal = new RefusedCallException(ErrorCode.UNTRUSTED, "the page has shown no token for a minute", null);
        }
        if (isWaiting || held.isEmpty()) {
            return List.of();
        }
        List<ClientEvent.Call> calls = List.copyOf(held);
        held.clear();
        heldBytes = 0;
        return calls;
    }
}
