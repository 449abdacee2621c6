package io.github.liveview4j.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.session.CloseReason;
import io.github.liveview4j.session.Frame;
import io.github.liveview4j.session.LiveViewSession;
import io.github.liveview4j.session.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One socket of a browser made by hand: says JSON and keeps the JSON that it hears. */
final class Browser implements Wire {

    private static final Pattern NODE = Pattern.compile(",\"node\":\"[^\"]*\"");
    private static final Pattern REF = Pattern.compile("\"ref\":\"([^\"]+)\"");

    /** What was heard since the last look, each object by itself. */
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** All frames as they came. */
    final List<String> everything = new CopyOnWriteArrayList<>();

    final List<CloseReason> closes = new CopyOnWriteArrayList<>();
    final LiveViewSession session;
    final LiveViewConnection connection;
    private volatile boolean open = true;

    Browser(BiFunction<Browser, LiveViewDispatcher, LiveViewSession> sessions, LiveViewDispatcher dispatcher) {
        this.session = sessions.apply(this, dispatcher);
        this.connection = dispatcher.open(session);
    }

    Browser says(String... frames) {
        for (String frame : frames) {
            connection.receive(frame.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /** Calls a handler without data or form. */
    Browser calls(long id, String function) {
        return says(call(id, function));
    }

    static String call(long id, String function) {
        return "{\"type\":\"call\",\"id\":" + id + ",\"function\":\"" + function + "\"}";
    }

    /** Loses the connection. */
    void hangsUp() {
        open = false;
        connection.closed();
    }

    /** What was said since the last time this was asked. */
    List<String> hears() {
        List<String> frames = List.copyOf(heard);
        heard.clear();
        return frames;
    }

    /** The only frame since the last time, which must have a reference; that is written {@code REF} in what is returned. */
    String hearsWithRef() {
        List<String> frames = hears();
        assertThat(frames).hasSize(1);
        return withoutRef(frames.get(0));
    }

    static String withoutRef(String frame) {
        return frame.replace(refOf(frame), "REF");
    }

    static String refOf(String frame) {
        Matcher matcher = REF.matcher(frame);
        assertThat(matcher.find()).as("a reference in %s", frame).isTrue();
        return matcher.group(1);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void send(Frame frame) {
        // The name of the server's run is another one every time; who asks about it looks into all that was heard.
        everything.add(frame.text());
        String text = NODE.matcher(frame.text()).replaceAll("");
        // What was missed counts only in the frame of its welcome; any other array is as good as its objects one by
        // one.
        heard.addAll(text.contains("\"type\":\"welcome\"") ? List.of(text) : objectsOf(text));
    }

    /** Takes an array apart, and leaves each object as it was written. */
    private static List<String> objectsOf(String frame) {
        if (!frame.startsWith("[")) {
            return List.of(frame);
        }
        List<String> objects = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        boolean isText = false;
        for (int i = 1; i < frame.length() - 1; i++) {
            char next = frame.charAt(i);
            if (isText && next == '\\') {
                i++;
            } else if (next == '"') {
                isText = !isText;
            } else if (!isText && next == '{' && depth++ == 0) {
                begin = i;
            } else if (!isText && next == '}' && --depth == 0) {
                objects.add(frame.substring(begin, i + 1));
            }
        }
        return objects;
    }

    @Override
    public void sendAsync(Frame frame, Completion completion) {
        send(frame);
        completion.sent();
    }

    @Override
    public void close(CloseReason reason) {
        open = false;
        closes.add(reason);
    }
}
