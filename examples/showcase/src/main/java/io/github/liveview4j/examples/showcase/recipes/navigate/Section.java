package io.github.liveview4j.examples.showcase.recipes.navigate;

import java.util.Locale;

enum Section {
    HOME("Home"),
    ABOUT("About us"),
    CONTACT("Contact");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    /** Whatever a browser asks for, what comes back is a section that there is. */
    static Section of(String id) {
        for (Section section : values()) {
            if (section.id().equals(id)) {
                return section;
            }
        }
        return HOME;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }
}
