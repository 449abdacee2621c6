package io.github.liveview4j.spring.redis;

import io.lettuce.core.RedisNoScriptException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.ReturnType;

/** A script that Redis runs as one step; sent whole only where Redis does not know it yet. For any thread. */
final class RedisScript {

    private final byte[] text;
    private final String sha1;

    RedisScript(String text) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        this.sha1 = sha1(this.text);
    }

    /**
     * Runs it.
     *
     * @param keys how many of the arguments are keys, from the first on
     */
    List<Object> run(RedisConnection connection, int keys, byte[]... arguments) {
        List<Object> answer;
        try {
            answer = connection.scriptingCommands().evalSha(sha1, ReturnType.MULTI, keys, arguments);
        } catch (DataAccessException e) {
            if (!(e.getCause() instanceof RedisNoScriptException)) {
                throw e;
            }
            answer = connection.scriptingCommands().eval(text, ReturnType.MULTI, keys, arguments);
        }
        return answer == null ? List.of() : answer;
    }

    /** Names content as the scripts do; nothing is kept secret by it. */
    static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
