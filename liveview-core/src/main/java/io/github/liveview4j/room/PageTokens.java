package io.github.liveview4j.room;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signed words of the server that a page shows when it connects, to whichever node: that this application made it, for whom,
 * and which rooms it may be in.
 *
 * <p>A <em>page token</em> is written into the html. It ties the page to the user and to the HTTP session that the html was made
 * for, and says which rooms a controller joined. A <em>receipt</em> is given for a room joined later and holds for one page
 * of that user, or, where nobody is signed in, of that session. Both end after a day: a page that connects with an older
 * one is told to fetch itself, which brings it a new one.
 *
 * <p>Html that was made before there was a session, as where its own form made the first one, holds for a session that began
 * within a minute of it, or with the page's connection. A token names its session by a digest, so that a script that reads it has not read the cookie.
 *
 * <p>HMAC-SHA256 over what they say; the same key is needed on every node. For any thread.
 */
public final class PageTokens {

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
    private static final String NO_SESSION = "";
    private static final String ANY_SESSION = "*";
    private static final int LONGEST = 16 * 1024;
    private static final int FIELDS = 6;
    /** Half of a SHA-256 is enough to tell sessions apart. */
    private static final int DIGEST = 16;

    private static final long BEGINNING = Duration.ofMinutes(1).toMillis();

    private final SecretKeySpec key;
    private final Clock clock;

    /**
     * Creates tokens under a key.
     *
     * @param key at least 32 bytes that nobody knows
     */
    public PageTokens(byte[] key) {
        this(key, Clock.systemUTC());
    }

    PageTokens(byte[] key, Clock clock) {
        // A key of its own: what is signed here can never be taken for what is signed elsewhere with the same secret.
        this.key = new SecretKeySpec(hmac(new SecretKeySpec(key, ALGORITHM), "liveview.pages"), ALGORITHM);
        this.clock = clock;
    }

    /**
     * Writes the token of a page that is being rendered.
     *
     * @param bearer whom it is rendered for
     * @param rooms valid names
     */
    public String pageToken(Bearer bearer, Collection<String> rooms) {
        return sign(bearer, digestOf(bearer), ANY_PAGE, rooms);
    }

    /**
     * Writes the receipt of a room.
     *
     * @param page the page that is in the room
     * @param bearer who is behind it
     * @param room a valid name
     */
    public String receipt(String page, Bearer bearer, String room) {
        // Who signs in again is in another session and still the same.
        return sign(bearer, bearer.user() == null ? digestOf(bearer) : ANY_SESSION, page, Set.of(room));
    }

    /**
     * Reads the token of a page.
     *
     * @param token the browser's text
     * @param bearer who is behind its connection
     * @return what it says, or {@code null} if the text is no page token of ours, not for this user and session, or too old
     */
    public @Nullable Word readPageToken(String token, Bearer bearer) {
        return read(token, ANY_PAGE, bearer);
    }

    /**
     * Reads a receipt.
     *
     * @param receipt the browser's text
     * @param page the page that shows it
     * @param bearer who is behind its connection
     * @return what it says, or {@code null} if the text is no receipt of ours, not for this page and user, or too old
     */
    public @Nullable Word readReceipt(String receipt, String page, Bearer bearer) {
        // A token shown as a receipt would be one for rooms that no handler has joined.
        return page.equals(ANY_PAGE) ? null : read(receipt, page, bearer);
    }

    private @Nullable Word read(String token, String page, Bearer bearer) {
        String[] fields = fields(token);
        if (fields.length != FIELDS) {
            return null;
        }
        String said = token.substring(0, token.lastIndexOf('|'));
        if (!MessageDigest.isEqual(ascii(mac(said)), ascii(fields[5])) || !fields[1].equals(nameOf(bearer.user()))) {
            return null;
        }
        // Signed by us, so that it is a number.
        long issued = Long.parseLong(fields[0]);
        if (!fields[3].equals(page) || now() - issued > LIFETIME.toMillis() || !isOf(fields[2], issued, bearer)) {
            return null;
        }
        return new Word(fields[4].isEmpty() ? Set.of() : Set.of(fields[4].split(",")), issued);
    }

    /**
     * Returns whether a text claims to be for somebody else, whether that is true or not: what its page still wants to do
     * is not to be done in the name of who is there now. A text that nothing can be read from claims nothing.
     *
     * @param token the browser's text
     * @param bearer who is behind the connection
     */
    public static boolean isClaimedForAnother(String token, Bearer bearer) {
        String[] fields = fields(token);
        return fields.length == FIELDS && !fields[1].equals(nameOf(bearer.user()));
    }

    /** Returns the time, in milliseconds since 1970, as it is written into what is signed now. */
    public long now() {
        return clock.millis();
    }

    private boolean isOf(String digest, long issued, Bearer bearer) {
        Bearer.Session session = bearer.session();
        if (digest.equals(NO_SESSION)) {
            return session == null || session.isNew() || Math.abs(session.since() - issued) <= BEGINNING;
        }
        return digest.equals(ANY_SESSION) || digest.equals(digestOf(bearer));
    }

    private String digestOf(Bearer bearer) {
        Bearer.Session session = bearer.session();
        return session == null ? NO_SESSION : encode(Arrays.copyOf(hmac(key, "session|" + session.id()), DIGEST));
    }

    private static String[] fields(String token) {
        return token.length() > LONGEST ? new String[0] : token.split("\\|", -1);
    }

    private String sign(Bearer bearer, String session, String page, Collection<String> rooms) {
        rooms.forEach(RoomName::checked);
        // Sorted and without repetition, so that the same rooms make the same text.
        String said = String.join(
                "|",
                Long.toString(now()),
                nameOf(bearer.user()),
                session,
                page,
                String.join(",", new TreeSet<>(rooms)));
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
