package io.github.liveview4j.spring.page;

import io.github.liveview4j.LiveViewException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.SingletonSupplier;

/**
 * One file of the browser's side, as the class path has it.
 *
 * <p>For any thread.
 */
final class ClientScript {

    /** The folder that the client finds itself in, by which it knows the context path. */
    static final String FOLDER = "/liveview/";

    private static final int HASH_DIGITS = 12;

    private final String name;
    private final SingletonSupplier<String> hash;

    ClientScript(String name) {
        this.name = name;
        // Not before a page wants it: an application may do without this tag and serve a client of its own.
        this.hash = SingletonSupplier.of(this::computeHash);
    }

    String path() {
        return FOLDER + name;
    }

    /** Returns the beginning of the content's SHA-256, which changes whenever the file does. */
    String hash() {
        return hash.obtain();
    }

    private String computeHash() {
        ClassPathResource resource =
                new ClassPathResource("META-INF/resources" + path(), ClientScript.class.getClassLoader());
        try (InputStream content = resource.getInputStream()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (IOException e) {
            throw new LiveViewException(
                    "Expected " + resource.getPath()
                            + " on the class path, got nothing readable. It comes with the jar "
                            + "liveview-js: add the jar, or write the script tag of another client by hand",
                    e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
