package io.github.liveview4j.examples.reliability.client;

import io.github.liveview4j.examples.reliability.history.IdSet;
import io.github.liveview4j.examples.reliability.history.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a fetched page says.
 *
 * @param position the script tag's {@code data-position}
 * @param token the script tag's {@code data-token}
 * @param shown the messages of each room, of {@code <ul id="r1" data-shown="1-5,7">}
 */
record LoadedPage(@Nullable Position position, @Nullable String token, Map<String, IdSet> shown) {

    private static final Pattern POSITION = Pattern.compile("<script[^>]* data-position=\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("<script[^>]* data-token=\"([^\"]*)\"");
    private static final Pattern ROOM = Pattern.compile("<ul id=\"([^\"]*)\" data-shown=\"([^\"]*)\"");

    static LoadedPage parse(String html) {
        Map<String, IdSet> shown = new HashMap<>();
        Matcher room = ROOM.matcher(html);
        while (room.find()) {
            shown.put(room.group(1), IdSet.parse(room.group(2)));
        }
        return new LoadedPage(Position.parse(first(POSITION, html)), first(TOKEN, html), shown);
    }

    private static @Nullable String first(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        return matcher.find() ? matcher.group(1) : null;
    }
}
