package io.github.liveview4j.spring.autoconfigure;

/** Says that broadcasts have to go over Redis, and that there is none. */
final class MissingRedisException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MissingRedisException() {
        super("Expected Spring Data Redis with a connection, as liveview.broadcast=redis asks for, got none");
    }
}
