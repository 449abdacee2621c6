package io.github.liveview4j.dispatch;

/** Lets a handler's checked exception pass the chain as it is, so that middlewares and resolvers meet the original. */
final class Sneaky {

    private Sneaky() {}

    @SuppressWarnings("unchecked")
    static <T extends Throwable> RuntimeException raise(Throwable failure) throws T {
        throw (T) failure;
    }
}
