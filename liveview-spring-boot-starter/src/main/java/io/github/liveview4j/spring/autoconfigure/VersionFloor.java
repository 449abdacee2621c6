package io.github.liveview4j.spring.autoconfigure;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The oldest version of a library that an application with open sockets should run on.
 *
 * <p>Immutable, for any thread.
 *
 * @param library its name
 * @param property the version property of Spring Boot that sets it
 * @param oldest the oldest version, of three numbers with dots between
 * @param reason what older ones are known for, to be read after "older ones have"
 */
record VersionFloor(String library, String property, String oldest, String reason) {

    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,9})\\.([0-9]{1,9})(?![0-9]).*");

    /** Returns whether a version is known, and older. */
    boolean isAbove(@Nullable String found) {
        int[] there = numbers(found);
        return there != null && Arrays.compare(there, numbers(oldest)) < 0;
    }

    /** Returns the three numbers that a version begins with, or {@code null} where it is none: no reason to complain. */
    private static int @Nullable [] numbers(@Nullable String version) {
        Matcher matcher = NUMBERS.matcher(version == null ? "" : version);
        return matcher.matches()
                ? new int[] {
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3))
                }
                : null;
    }
}
