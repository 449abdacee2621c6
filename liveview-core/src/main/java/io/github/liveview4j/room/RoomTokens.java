package io.github.liveview4j.room;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signed words of the server about which rooms a page may be in, which the page shows when it connects, to whichever node.
 *
 * <p>A <em>page token</em> is written into the html and says what a controller joined; it holds for the user that the html was
 * made for. A <em>receipt</em> is given for a room joined later and holds for one page of that user. Both end after a day: a
 * page that connects with an older one is told to fetch itself, which brings it a new one.
 *
 * <p>HMAC-SHA256 over what they say; the same key is needed on every node. For any thread.
 */
public final class RoomTokens {

    /** How long a word holds. */
    public static final Duration LIFETIME = Duration.ofDays(1);

    /** How many rooms the html of a page may name, and as many may be joined later. */
    public static final int MOST_ROOMS = 64;

    /**
     * What a token or a receipt says.
     *
     * @param rooms the rooms that the page may be in
     * @param issued when it was said, in milliseconds since 1970
     */
    public record Word(Set<String> rooms, long issued) {}

    private static final String ALGORITHM = "HmacSHA256";
    private static final String ANY_PAGE = "";
    private static final int LONGEST = 16 * 1024;
    private static final int FIELDS = 5;

    private final SecretKeySpec key;
    private final Clock clock;

    /**
     * Creates tokens under a key.
     *
     * @param key at least 32 bytes that nobody knows
     */
    public RoomTokens(byte[] key) {
        this(key, Clock.systemUTC());
    }

    RoomTokens(byte[] key, Clock clock) {
        // A key of its own: what is signed here can never be taken for what is signed elsewhere with the same secret.
        this.key = new SecretKeySpec(hmac(new SecretKeySpec(key, ALGORITHM), "liveview.rooms"), ALGORITHM);
        this.clock = clock;
    }

    /**
     * Writes the token of a page that is being rendered.
     *
     * @param user the name of the user that it is rendered for, or {@code null} for nobody in particular
     * @param rooms valid names
     */
    public String pageToken(@Nullable String user, Collection<String> rooms) {
        return sign(user, ANY_PAGE, rooms);
    }

    /**
     * Writes the receipt of a room.
     *
     * @param page the page that is in the room
     * @param user the name of its user, or {@code null}
     * @param room a valid name
     */
    public String receipt(String page, @Nullable String user, String room) {
        return sign(user, page, Set.of(room));
    }

    /**
     * Reads a token or a receipt.
     *
     * @param token the browser's text
     * @param page the page that shows it
     * @param user the name of the user who is behind its connection, or {@code null}
     * @return what it says, or {@code null} if the text is not ours, not for this page and user, or too old
     */
    public @Nullable Word read(String token, String page, @Nullable String user) {
        String[] fields = token.length() > LONGEST ? new String[0] : token.split("\\|", -1);
        if (fields.length != FIELDS) {
            return null;
        }
        String said = token.substring(0, token.lastIndexOf('|'));
        if (!MessageDigest.isEqual(ascii(mac(said)), ascii(fields[4])) || !fields[1].equals(nameOf(user))) {
            return null;
        }
        boolean isForPage = fields[2].equals(ANY_PAGE) || fields[2].equals(page);
        // Signed by us, so that it is a number.
        long issued = Long.parseLong(fields[0]);
        if (!isForPage || now() - issued > LIFETIME.toMillis()) {
            return null;
        }
        return new Word(fields[3].isEmpty() ? Set.of() : Set.of(fields[3].split(",")), issued);
    }

    /** Returns the time, in milliseconds since 1970, as it is written into what is signed now. */
    public long now() {
        return clock.millis();
    }

    private String sign(@Nullable String user, String page, Collection<String> rooms) {
        rooms.forEach(RoomName::checked);
        // Sorted and without repetition, so that the same rooms make the same text.
        String said =
                String.join("|", Long.toString(now()), nameOf(user), page, String.join(",", new TreeSet<>(rooms)));
        return said + "|" + mac(said);
    }

    /** A name may have any characters; nobody is no name that anybody could have. */
    private static String nameOf(@Nullable String user) {
        return user == null ? "" : "@" + encode(user.getBytes(StandardCharsets.UTF_8));
    }

    private String mac(String said) {
        return encode(hmac(key, said));
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
