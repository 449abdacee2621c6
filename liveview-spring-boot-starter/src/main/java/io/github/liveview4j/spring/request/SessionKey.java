package io.github.liveview4j.spring.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The name of an HTTP session that gives nobody the session: a hash of its id, under which its pages are found and which nodes
 * may tell each other.
 *
 * <p>For any thread.
 */
public final class SessionKey {

    private SessionKey() {}

    /** Returns the name of the session of an id. */
    public static String of(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected SHA-256, which every Java has", e);
        }
    }
}
