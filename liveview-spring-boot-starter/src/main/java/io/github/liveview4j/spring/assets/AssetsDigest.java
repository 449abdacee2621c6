package io.github.liveview4j.spring.assets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.core.io.Resource;

/**
 * One short text for many files, another one whenever a path or a content is another one.
 *
 * @param id the first 16 characters of a SHA-256 in base64url
 * @param files how many there are
 * @param bytesRead how much of their content was looked at
 */
record AssetsDigest(String id, int files, long bytesRead) {

    private static final long MOST_CONTENT = 64L * 1024 * 1024;
    private static final int LENGTH = 16;
    private static final byte BY_CONTENT = 0;
    private static final byte BY_LENGTH = 1;

    /**
     * Makes the text of files; a file with which more than 64 MB would have to be read counts by its length.
     *
     * @throws IOException if one cannot be read
     */
    static AssetsDigest of(SortedMap<String, Resource> files) throws IOException {
        return of(files, MOST_CONTENT);
    }

    static AssetsDigest of(SortedMap<String, Resource> files, long mostContent) throws IOException {
        MessageDigest all = sha256();
        MessageDigest one = sha256();
        byte[] buffer = new byte[16 * 1024];
        long read = 0;
        for (Map.Entry<String, Resource> each : files.entrySet()) {
            all.update(each.getKey().getBytes(StandardCharsets.UTF_8));
            long length = each.getValue().contentLength();
            if (length <= mostContent - read) {
                all.update(BY_CONTENT);
                read += update(one, each.getValue(), buffer);
                all.update(one.digest());
            } else {
                all.update(BY_LENGTH);
                all.update(ByteBuffer.allocate(Long.BYTES).putLong(0, length));
            }
        }
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(all.digest());
        return new AssetsDigest(id.substring(0, LENGTH), files.size(), read);
    }

    private static long update(MessageDigest digest, Resource file, byte[] buffer) throws IOException {
        long total = 0;
        try (InputStream content = file.getInputStream()) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
                total += read;
            }
        }
        return total;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
