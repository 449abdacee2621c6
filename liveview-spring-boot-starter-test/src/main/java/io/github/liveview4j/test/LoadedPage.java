package io.github.liveview4j.test;

import io.github.liveview4j.test.TestBrowser.Answer;
import io.github.liveview4j.test.html.LiveDocument;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was loaded, and what its script tag says.
 *
 * @param id names this load of the page to the server, over all its connections
 * @param ownRoom the room of a page that names none
 * @param document its html
 * @param path the endpoint's path, without the room
 * @param position what the html contains of what is broadcast, or {@code null}
 * @param token which rooms it may be in, or {@code null}
 */
record LoadedPage(
        String id,
        String ownRoom,
        LiveDocument document,
        String path,
        @Nullable String position,
        @Nullable String token) {

    static final String SCRIPT = "script[data-liveview], script[src~=/liveview(\\.min)?(-\\w+)?\\.js([;?#].*)?$]";

    private static final String ROOM = "[\\w.~:-]{1,128}";
    private static final int BEGINNING = 200;

    /** Reads a page, and says what it lacks to be live. */
    static LoadedPage of(Answer answer, String usualPath) {
        if (answer.status() != 200) {
            throw new AssertionError("GET " + answer.url() + ": expected a page, got the status " + answer.status());
        }
        LiveDocument document = LiveDocument.of(answer.html());
        Element script = document.find(SCRIPT);
        if (script == null) {
            throw new AssertionError(
                    answer.url() + " is not a live page: expected the script tag of LiveView in it, got none. "
                            + "Add <liveview:script/> to its head. Its body is\n  " + beginning(document));
        }
        if (document.find("[data-controller~=(^|\\s)page(\\s|$)]") == null) {
            throw new AssertionError(
                    answer.url() + " is not a live page: expected an element with data-controller=\"page\" in "
                            + "it, as a rule the body, got none");
        }
        return new LoadedPage(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                document,
                script.hasAttr("data-path") ? script.attr("data-path") : usualPath,
                attribute(script, "data-position"),
                attribute(script, "data-token"));
    }

    /** Returns the address of the socket, with the room that the page has now. */
    String socketAddress() {
        Element html = document.document().selectFirst("html");
        String named = html == null ? "" : html.attr("data-room").trim();
        if (!named.isEmpty() && !named.matches(ROOM)) {
            throw new AssertionError("data-room: expected 1 to 128 of A-Z a-z 0-9 _ . ~ : -, got \"" + named + "\"");
        }
        String room = URLEncoder.encode(named.isEmpty() ? ownRoom : named, StandardCharsets.UTF_8);
        return path + "/" + room.replace("%7E", "~").replace("%3A", ":");
    }

    /** Returns the language that the page says it is in, empty where it does not. */
    String language() {
        Element html = document.document().selectFirst("html");
        return html == null ? "" : html.attr("lang");
    }

    static @Nullable String attribute(Element element, String name) {
        return element.hasAttr(name) ? element.attr(name) : null;
    }

    private static String beginning(LiveDocument page) {
        String html = page.document().body().html().strip();
        return html.length() > BEGINNING ? html.substring(0, BEGINNING) + "…" : html;
    }
}
