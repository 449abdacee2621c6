package io.github.liveview4j.spring.method.forms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form with setters. */
public class Profile {

    private @Nullable String nick = "unset";
    private boolean public_ = true;
    private boolean admin;
    private List<Line> lines = new ArrayList<>();
    private @Nullable Profile friend;

    public @Nullable String getNick() {
        return nick;
    }

    public void setNick(@Nullable String nick) {
        this.nick = nick;
    }

    public boolean isShown() {
        return public_;
    }

    public void setShown(boolean shown) {
        this.public_ = shown;
    }

    /** Has no setter: nothing that a browser can set. */
    public boolean isAdmin() {
        return admin;
    }

    public List<Line> getLines() {
        return lines;
    }

    public void setLines(List<Line> lines) {
        this.lines = lines;
    }

    public @Nullable Profile getFriend() {
        return friend;
    }

    public void setFriend(@Nullable Profile friend) {
        this.friend = friend;
    }

    /** A line of it. */
    public static class Line {

        private String text = "";

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }
    }
}
