package io.github.liveview4j.spring.view;

import io.github.liveview4j.spring.page.PageScript;
import io.github.liveview4j.spring.page.PageWords;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.HtmlUtils;

/**
 * What templates of any engine find as {@code liveview}: in Mustache {@code {{{liveview.script}}}}, in FreeMarker {@code
 * ${liveview.script?no_esc}}.
 *
 * <p>It speaks of the request that is on the thread. For any thread.
 */
public final class LiveViewVariable {

    private final Supplier<PageScript> script;
    private final Supplier<PageWords> words;

    /**
     * Creates it.
     *
     * @param script gives what says what stands on the script tag; asked when a template does
     * @param words gives what says what the html of a page has to carry; asked when a template does
     */
    public LiveViewVariable(Supplier<PageScript> script, Supplier<PageWords> words) {
        this.script = script;
        this.words = words;
    }

    /** Returns the script tag of the page: html, not to be escaped once more. */
    public String getScript() {
        return "<script " + getAttributes() + "></script>";
    }

    /**
     * Returns what stands on the script tag, for one that is to have more, such as the nonce of a policy: html, not to be escaped
     * once more.
     */
    public String getAttributes() {
        ServletRequestAttributes current = current();
        HttpServletRequest request = current.getRequest();
        HttpServletResponse response = current.getResponse();
        PageScript page = script.get();
        String address = request.getContextPath() + page.path(true) + "?v=" + page.version(true);
        return page
                .attributes(
                        response == null ? address : response.encodeURL(address),
                        request.getContextPath(),
                        Map.of(),
                        request.getAttribute(PageWords.ATTRIBUTE),
                        request.getUserPrincipal())
                .entrySet()
                .stream()
                .map(attribute -> written(attribute.getKey(), attribute.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** Returns where the page stands in the order of all broadcasts, or {@code null} in a message to a page. */
    public @Nullable String getPosition() {
        return words.get().position(current().getRequest().getAttribute(PageWords.ATTRIBUTE));
    }

    /** Returns the signed word for the rooms that the controller joined, or {@code null} where it joined none. */
    public @Nullable String getToken() {
        HttpServletRequest request = current().getRequest();
        return words.get().token(request.getAttribute(PageWords.ATTRIBUTE), request.getUserPrincipal());
    }

    /** Returns the id of the application's static resources, or {@code null} where there is none. */
    public @Nullable String getAssets() {
        return words.get().assets();
    }

    /** Makes the name of a room that nobody can guess, another one at every call. */
    public String getRoomId() {
        return PageWords.freshRoom();
    }

    private static String written(String name, @Nullable String value) {
        return value == null ? name : name + "=\"" + HtmlUtils.htmlEscape(value) + '"';
    }

    private static ServletRequestAttributes current() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            return current;
        }
        throw new IllegalStateException(
                "The variable liveview speaks of a request: expected one on the thread, as during "
                        + "a controller's view or a message, got none");
    }
}
