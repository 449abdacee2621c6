package io.github.liveview4j.test;

import java.time.Duration;

/**
 * What holds for all pages of a tester. Immutable.
 *
 * @param timeout how long an assertion waits at most
 * @param failOnWarnings whether a warning is an error
 * @param path the endpoint's path, of pages that name none
 * @param frameLimit how many bytes a frame of the page may have
 */
record PageSettings(Duration timeout, boolean failOnWarnings, String path, long frameLimit) {

    PageSettings within(Duration other) {
        return new PageSettings(other, failOnWarnings, path, frameLimit);
    }

    PageSettings failOnWarnings(boolean other) {
        return new PageSettings(timeout, other, path, frameLimit);
    }
}
