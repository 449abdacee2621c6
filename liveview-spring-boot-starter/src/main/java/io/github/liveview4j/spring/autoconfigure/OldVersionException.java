package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.spring.autoconfigure.LibraryVersions.Found;
import java.util.List;
import java.util.stream.Collectors;

/** Says which libraries are older than they may be. */
final class OldVersionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String action;

    OldVersionException(List<Found> old) {
        super(old.stream()
                .map(each -> "Expected " + each.floor().library() + " "
                        + each.floor().oldest() + " or newer, got " + each.version() + "; older ones have "
                        + each.floor().reason() + ".")
                .collect(Collectors.joining(" ")));
        action = "Update Spring Boot, which brings newer ones, and do not set "
                + old.stream().map(each -> each.floor().property()).collect(Collectors.joining(", "))
                + " to an older version. To start all the same, set liveview.version-check to warn or off.";
    }

    String action() {
        return action;
    }
}
