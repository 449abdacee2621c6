package io.github.liveview4j.spring.page;

import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.room.Bearer;
import io.github.liveview4j.room.PageTokens;
import java.security.Principal;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Says what the html of a page has to carry: where it stands in the order of all broadcasts, which rooms it may be in, and
 * which static resources it was made for.
 *
 * <p>For any thread.
 */
public final class PageWords {

    /** The name of the request attribute that the words are made of. */
    public static final String ATTRIBUTE = RequestedPage.ATTRIBUTE;

    private final SingletonSupplier<@Nullable PageTokens> tokens;
    private final Supplier<@Nullable String> assets;

    /**
     * Creates it.
     *
     * @param tokens gives what signs, or {@code null} where nothing does, as in a test of controllers only; asked once, when it
     *     is needed first
     * @param assets gives the id of the application's static resources, or {@code null} where there is none; asked by every page
     */
    public PageWords(Supplier<@Nullable PageTokens> tokens, Supplier<@Nullable String> assets) {
        this.tokens = SingletonSupplier.ofNullable(tokens);
        this.assets = assets;
    }

    /**
     * Returns where the page stands, {@code epoch:seq}.
     *
     * @param attribute the request's attribute of the name {@link #ATTRIBUTE}
     * @return {@code null} outside of a controller's request, as in a message to a page
     */
    public @Nullable String position(@Nullable Object attribute) {
        Position position = attribute instanceof RequestedPage page ? page.position() : null;
        return position == null ? null : position.toString();
    }

    /**
     * Returns the signed word that this application made the page, for whom, and which rooms it was let into.
     *
     * @param attribute the request's attribute of the name {@link #ATTRIBUTE}
     * @param user who is signed in as far as the request knows, which at the handshake has to be the same one; or {@code null}
     * @return {@code null} outside of a controller's request, as in a message to a page
     */
    public @Nullable String token(@Nullable Object attribute, @Nullable Principal user) {
        PageTokens signing = attribute instanceof RequestedPage ? tokens.get() : null;
        return signing != null && attribute instanceof RequestedPage page
                ? signing.pageToken(Bearer.of(user, page.session()), page.rooms())
                : null;
    }

    /** Makes the name of a room that nobody can guess: the 32 digits of a random UUID, others at every call. */
    public static String freshRoom() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Returns the id of the application's static resources, or {@code null} where there is none. */
    public @Nullable String assets() {
        return assets.get();
    }
}
