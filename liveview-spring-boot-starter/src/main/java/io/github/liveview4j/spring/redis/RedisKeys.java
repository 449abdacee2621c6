package io.github.liveview4j.spring.redis;

import java.nio.charset.StandardCharsets;

/**
 * The names in Redis. The prefix stands in braces, so that a cluster keeps all keys in one place and a script may use them
 * together.
 *
 * @param head a hash: the epoch, the last number, the bytes of the log
 * @param log a stream: the last broadcasts under their numbers
 * @param publisher the last number of this publisher that has its place
 * @param channel brings broadcasts to every node
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, not written to
record RedisKeys(byte[] head, byte[] log, byte[] publisher, byte[] channel) {

    static RedisKeys of(String prefix, String publisher) {
        String tag = "{" + prefix + "}:";
        return new RedisKeys(
                bytes(tag + "head"), bytes(tag + "log"), bytes(tag + "publisher:" + publisher), bytes(tag + "live"));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
