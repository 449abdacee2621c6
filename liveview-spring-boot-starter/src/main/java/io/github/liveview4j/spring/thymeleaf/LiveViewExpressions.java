package io.github.liveview4j.spring.thymeleaf;

import io.github.liveview4j.spring.page.PageWords;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.web.IWebExchange;

/**
 * What templates call as {@code #liveview}.
 *
 * <p>For one render, and its thread.
 */
public final class LiveViewExpressions {

    private final PageWords words;
    private final @Nullable IWebExchange exchange;

    private LiveViewExpressions(PageWords words, @Nullable IWebExchange exchange) {
        this.words = words;
        this.exchange = exchange;
    }

    static LiveViewExpressions of(IContext context, PageWords words) {
        return new LiveViewExpressions(words, context instanceof IWebContext web ? web.getExchange() : null);
    }

    /**
     * Makes the name of a room that nobody can guess: the 32 digits of a random UUID, others at every call.
     *
     * <p>{@code <html th:attr="data-room=${#liveview.roomId()}">}, or shorter {@code <html lv:room>}.
     */
    public String roomId() {
        return PageWords.freshRoom();
    }

    /**
     * Returns where the page stands in the order of all broadcasts, for the {@code data-position} of a script tag that is
     * written by hand.
     *
     * @return {@code null} where no page is rendered, as in a message; {@code th:attr} then leaves the attribute out
     */
    public @Nullable String position() {
        return exchange == null ? null : words.position(exchange.getAttributeValue(PageWords.ATTRIBUTE));
    }

    /**
     * Returns the signed word for the rooms that the controller joined, for the {@code data-token} of a script tag that is
     * written by hand. It is for the user of this request and for nobody else.
     *
     * @return {@code null} where no room was joined
     */
    public @Nullable String token() {
        return exchange == null
                ? null
                : words.token(exchange.getAttributeValue(PageWords.ATTRIBUTE), exchange.getPrincipal());
    }

    /**
     * Returns the id of the application's static resources, for the {@code data-assets} of a script tag that is written by
     * hand.
     *
     * @return {@code null} where there is none
     */
    public @Nullable String assets() {
        return words.assets();
    }
}
