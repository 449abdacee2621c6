package io.github.liveview4j.spring.page;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what stands on the script tag of a page, whichever template engine writes it.
 *
 * <p>For any thread.
 */
public final class PageScript {

    private static final String USUAL_ENDPOINT = "/ws/liveview";

    private final ClientScript minified = new ClientScript("liveview.min.js");
    private final ClientScript readable = new ClientScript("liveview.js");
    private final String endpoint;
    private final String resources;
    private final PageWords words;

    /**
     * Creates it.
     *
     * @param endpoint where pages connect, below the context path and without the room, such as {@code /ws/liveview}
     * @param resources where static resources are served, below the context path; empty, or beginning with a slash and not
     *     ending with one
     * @param words says what the html of a page has to carry
     */
    public PageScript(String endpoint, String resources, PageWords words) {
        this.endpoint = endpoint;
        this.resources = resources;
        this.words = words;
    }

    /**
     * Returns where the client is served, below the context path.
     *
     * @param isMinified whether the small one is meant and not the readable one
     */
    public String path(boolean isMinified) {
        return resources + file(isMinified).path();
    }

    /**
     * Returns what belongs into the address as the parameter {@code v}: it changes whenever the file does.
     *
     * @param isMinified whether the small one is meant and not the readable one
     */
    public String version(boolean isMinified) {
        return file(isMinified).hash();
    }

    private ClientScript file(boolean isMinified) {
        return isMinified ? minified : readable;
    }

    /**
     * Returns the attributes of the tag, in order, not escaped; one without a value is {@code null}.
     *
     * @param src the client's address, as the page is to load it
     * @param contextPath the application's context path, empty for the root
     * @param given what the template says; it wins, and with a {@code src} the tag loads a bundle that the client is part of
     * @param page the request's attribute of the name {@link PageWords#ATTRIBUTE}
     * @param user who is signed in as far as the request knows, or {@code null}
     */
    public Map<String, @Nullable String> attributes(
            String src,
            String contextPath,
            Map<String, @Nullable String> given,
            @Nullable Object page,
            @Nullable Principal user) {
        boolean isBundle = given.containsKey("src");
        Map<String, @Nullable String> attributes = new LinkedHashMap<>();
        attributes.put("src", src);
        attributes.put("defer", null);
        if (isBundle) {
            attributes.put("data-liveview", null);
        }
        String path = contextPath + endpoint;
        if (isBundle || !path.equals(contextPath + USUAL_ENDPOINT) || !path.equals(root(src) + USUAL_ENDPOINT)) {
            attributes.put("data-path", path);
        }
        putIfKnown(attributes, "data-position", words.position(page));
        putIfKnown(attributes, "data-token", words.token(page, user));
        putIfKnown(attributes, "data-assets", words.assets());
        attributes.putAll(given);
        return attributes;
    }

    private static void putIfKnown(Map<String, @Nullable String> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    /** What the client takes for the context path: the address without its folder and name. */
    private static String root(String src) {
        int folder = src.lastIndexOf(ClientScript.FOLDER);
        return folder < 0 ? "" : src.substring(0, folder);
    }
}
