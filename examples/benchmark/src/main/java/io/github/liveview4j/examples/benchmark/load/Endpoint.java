package io.github.liveview4j.examples.benchmark.load;

/**
 * A server, and what is spoken with it.
 *
 * @param port its port on 127.0.0.1
 * @param dialect what it speaks
 */
public record Endpoint(int port, Dialect dialect) {

    static final String HOST = "127.0.0.1";
}
