package io.github.liveview4j.test;

import io.github.liveview4j.test.html.Key;
import io.github.liveview4j.test.html.Outline;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AssertProvider;
import org.jsoup.nodes.Element;

/**
 * An element of a {@link TestPage}, by its selector: what its user does to it.
 *
 * <p>It is looked for anew each time. What is done is an error where not exactly one element matches, where it is disabled, and where
 * nothing comes of it; the error says what is there instead. Nothing is waited for beforehand: an element that a broadcast brings is
 * awaited with {@code assertThat(page).element("#it").exists()}. Debounce and throttle are not waited for. For one thread at a time.
 */
public final class TestElement implements AssertProvider<TestElementAssert> {

    private final LivePage page;
    private final PageUser user;
    private final String selector;

    TestElement(LivePage page, PageUser user, String selector) {
        this.page = page;
        this.user = user;
        this.selector = selector;
    }

    /** Clicks. A checkbox is ticked or unticked by it, a button submits its form, a link leaves the page. */
    public void click() {
        act("Clicking", user::click);
    }

    /**
     * Puts a value into a field and leaves it, as typing and then pressing the tabulator does: the events {@code input} and {@code
     * change}, and what is bound to them. Of a select, an option is chosen.
     *
     * @param value what the field holds afterwards; of an option the value or the text
     */
    public void change(String value) {
        if (page.locked(() -> one().nameIs("select"))) {
            select(value);
            return;
        }
        type(value);
        happen("change");
    }

    /** Puts a value into a field and stays there: the event {@code input}, once. */
    public void type(String value) {
        act("Typing into", element -> user.input(element, value));
    }

    /** Ticks a checkbox or a radio button; nothing happens where it is ticked. */
    public void check() {
        act("Ticking", element -> user.tickTo(element, true));
    }

    /** Unticks a checkbox; nothing happens where it is not ticked. */
    public void uncheck() {
        act("Unticking", element -> user.tickTo(element, false));
    }

    /**
     * Chooses options of a select, in place of those that are chosen: {@code input} and {@code change}.
     *
     * @param options their values or their texts
     */
    public void select(String... options) {
        act("Choosing in", element -> user.choose(element, Arrays.asList(options)));
        happen("change");
    }

    /** Submits the form that this is or stands in: by its first button, or by itself where it has none. */
    public void submit() {
        act("Submitting", user::submit);
    }

    /** Leaves a field: the event {@code blur}, and what is bound to it. */
    public void blur() {
        act("Leaving", element -> {
            user.happen(element, "blur");
            user.happen(element, "focusout");
        });
    }

    /** Goes to a field: the event {@code focus}, and what is bound to it. */
    public void focus() {
        act("Going to", element -> {
            page.updates().focused(element);
            user.happen(element, "focus");
            user.happen(element, "focusin");
        });
    }

    /**
     * Presses a key on the element: {@code keydown} with what is bound to it, keyboard maps, and what Enter does to a form.
     *
     * @param key such as {@code enter}, {@code esc} or {@code ctrl+s}, as keyboard maps name them
     */
    public void press(String key) {
        act("Pressing " + key + " on", element -> user.press(element, Key.of(key)));
    }

    /**
     * Lets any other DOM event happen to the element, which has to be bound to something.
     *
     * @param event such as {@code mouseenter}
     */
    public void fire(String event) {
        act("The event " + event + " of", element -> user.fire(element, event));
    }

    /** Comes into view, for {@code data-liveview-intersect-appear}; told once unless it is to repeat. */
    public void appear() {
        act("The appearance of", element -> user.view(element, "appear"));
    }

    /** Leaves the view, for {@code data-liveview-intersect-disappear}. */
    public void disappear() {
        act("The disappearance of", element -> user.view(element, "disappear"));
    }

    /** Returns the text as it is now, with white space as a browser shows it. */
    public String text() {
        return page.locked(() -> one().text());
    }

    /** Returns what a field holds now. */
    public String value() {
        return page.locked(() -> page.document().fields().value(one()));
    }

    /** Returns an attribute as it is now, empty text where it is absent. */
    public String attribute(String name) {
        return page.locked(() -> one().attr(name));
    }

    /** Returns the html of the element as it is now. */
    public String html() {
        return page.locked(() -> one().outerHtml());
    }

    /** For {@code org.assertj.core.api.Assertions.assertThat(element)}. */
    @Override
    public TestElementAssert assertThat() {
        return new TestElementAssert(this);
    }

    LivePage page() {
        return page;
    }

    String selector() {
        return selector;
    }

    /** The element may be gone by then, by what came of the events before. */
    private void happen(String event) {
        if (page.locked(() -> page.destination() == null && !all().isEmpty())) {
            act("Changing", element -> user.happen(element, event));
        }
    }

    private void act(String what, Consumer<Element> act) {
        page.locked(page::expectPresence);
        List<PageCall> calls;
        try {
            calls = page.locked(() -> {
                act.accept(one());
                return user.takeCalls();
            });
        } finally {
            page.locked(user::takeCalls);
        }
        page.settle(what + " " + selector, calls);
    }

    List<Element> all() {
        return Selection.of(page, selector);
    }

    private Element one() {
        List<Element> found = all();
        if (found.size() != 1) {
            throw new AssertionError(Selection.problem(page, selector, found));
        }
        return found.get(0);
    }

    /** Says in a few words which element is meant. */
    @Override
    public String toString() {
        return page.locked(() -> {
            List<Element> found = all();
            return found.size() == 1 ? Outline.of(found.get(0)) : selector;
        });
    }
}
