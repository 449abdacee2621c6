package io.github.liveview4j.examples.reliability.client;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A call that a page makes.
 *
 * @param function the handler's name
 * @param data what it is given
 * @param outcome {@code ok}, or the code of the error, in the end
 */
record PageCall(String function, Map<String, String> data, CompletableFuture<String> outcome) {}
