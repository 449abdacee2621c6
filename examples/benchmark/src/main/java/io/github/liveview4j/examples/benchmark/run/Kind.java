package io.github.liveview4j.examples.benchmark.run;

import io.github.liveview4j.examples.benchmark.library.LibraryApplication;
import io.github.liveview4j.examples.benchmark.load.Dialect;
import io.github.liveview4j.examples.benchmark.load.LiveViewDialect;
import io.github.liveview4j.examples.benchmark.load.PlainDialect;
import io.github.liveview4j.examples.benchmark.twin.TwinApplication;
import java.net.URI;
import java.util.List;

/** The applications that are measured. */
enum Kind {

    /** The one with the library. */
    LIBRARY(
            LibraryApplication.class,
            List.of(
                    "--liveview.limits.calls=10000000",
                    "--liveview.limits.calls-burst=10000000",
                    "--liveview.limits.running-calls=100000",
                    "--liveview.limits.frames=10000000",
                    "--liveview.limits.frames-burst=10000000",
                    "--liveview.limits.session-sockets=100000",
                    "--liveview.limits.address-sockets=100000",
                    "--liveview.limits.handshakes=100000",
                    "--liveview.limits.handshakes-burst=100000")),

    /** The one by hand, whose templates may use links, messages, forms and security as those of the library may. */
    TWIN_FULL(TwinApplication.class, List.of("--twin.context=full")),

    /** The one by hand, whose templates have their variables and nothing else. */
    TWIN_BARE(TwinApplication.class, List.of("--twin.context=bare"));

    private final Class<?> application;
    private final List<String> arguments;

    Kind(Class<?> application, List<String> arguments) {
        this.application = application;
        this.arguments = arguments;
    }

    Class<?> application() {
        return application;
    }

    /** Returns what it is started with, beside the settings of all: the limits are what a page in a hurry would run into. */
    List<String> arguments() {
        return arguments;
    }

    /** Returns the argument that says how broadcasts go. */
    String broadcast(boolean isRedis) {
        return (this == LIBRARY ? "--liveview.broadcast=" : "--twin.broadcast=") + (isRedis ? "redis" : "local");
    }

    /** Returns what a server of it speaks, which has to be running. */
    Dialect dialect(int port) {
        return this == LIBRARY
                ? LiveViewDialect.fetched(URI.create("http://127.0.0.1:" + port + "/"))
                : new PlainDialect();
    }
}
