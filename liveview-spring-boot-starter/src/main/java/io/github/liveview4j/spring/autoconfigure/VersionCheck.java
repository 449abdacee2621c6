package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.spring.autoconfigure.LibraryVersions.Found;
import io.github.liveview4j.spring.autoconfigure.LiveViewProperties.VersionChecking;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the start whether a library is so old that its holes are known, which every open socket would show to everybody.
 *
 * <p>For the start, in one thread.
 */
final class VersionCheck {

    private static final Logger log = LoggerFactory.getLogger(VersionCheck.class);

    private VersionCheck() {}

    /**
     * Checks what is there.
     *
     * @param found the libraries
     * @param checking what to do about one that is too old
     * @throws OldVersionException if there is one and it is to stop the start
     */
    static void run(List<Found> found, VersionChecking checking) {
        List<Found> old = checking == VersionChecking.OFF
                ? List.of()
                : found.stream()
                        .filter(each -> each.floor().isAbove(each.version()))
                        .toList();
        if (old.isEmpty()) {
            return;
        }
        OldVersionException failure = new OldVersionException(old);
        if (checking == VersionChecking.FAIL) {
            throw failure;
        }
        log.warn("{} {}", failure.getMessage(), failure.action());
    }
}
