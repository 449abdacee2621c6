package io.github.liveview4j.test.html;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An event of a browser on its way through the page. For the thread that owns the document. */
public final class DomEvent {

    private final String type;
    private final Element target;
    private final @Nullable Key key;
    private final @Nullable Element submitter;
    private boolean prevented;
    private boolean stopped;

    /** Makes an event of nothing but its type. */
    public DomEvent(String type, Element target) {
        this(type, target, null, null);
    }

    private DomEvent(String type, Element target, @Nullable Key key, @Nullable Element submitter) {
        this.type = type;
        this.target = target;
        this.key = key;
        this.submitter = submitter;
    }

    /** Makes the event of a key that is pressed on an element. */
    public static DomEvent key(Element target, Key key) {
        return new DomEvent("keydown", target, key, null);
    }

    /** Makes the event of a form that is submitted, by a button or, with {@code null}, by none. */
    public static DomEvent submit(Element form, @Nullable Element submitter) {
        return new DomEvent("submit", form, null, submitter);
    }

    /** Returns the event's name. */
    public String type() {
        return type;
    }

    /** Returns the element that it happened to. */
    public Element target() {
        return target;
    }

    @Nullable
    Key key() {
        return key;
    }

    /** Returns the button that submitted a form, or {@code null}. */
    public @Nullable Element submitter() {
        return submitter;
    }

    /** Returns whether the browser is kept from what it would do by itself. */
    public boolean isPrevented() {
        return prevented;
    }

    /** Keeps the browser from what it would do by itself. */
    public void prevent() {
        prevented = true;
    }

    boolean isStopped() {
        return stopped;
    }

    void stop() {
        stopped = true;
    }

    boolean bubbles() {
        return !type.equals("blur") && !type.equals("focus") && !type.equals("toggle");
    }
}
