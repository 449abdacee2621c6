package io.github.liveview4j.examples.benchmark.load;

import java.util.Map;

/** What an application speaks beside RFC 6455. Immutable. */
public interface Dialect {

    /** What a message from the server is for the page it came to. */
    enum Heard {
        WELCOME,
        PING
    }

    /** Returns the path of a page's socket. */
    String path(long page);

    /** Returns headers of the handshake of a page beside those of every one. */
    Map<String, String> headers(long page);

    /** Returns what a page says first; what answers it is a welcome. */
    String hello(long page);

    /** Returns what a page answers when it is asked whether it lives; empty where nobody asks. */
    String pong();

    /** Returns the call that greets, as a {@link MessageTemplate}. */
    String call();

    /** Returns the call that says something to all, as a {@link MessageTemplate} with {@code @@{seq}@@{pad}} in its text. */
    String note();

    /** Returns a mark that is in a message as often as it ends calls. */
    String reply();

    /** Returns a mark of messages that say the given thing; empty where none do. There is always one of a welcome. */
    String mark(Heard heard);
}
