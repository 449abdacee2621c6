package io.github.liveview4j.protocol;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Says for the log what is wrong with a frame and where, and nothing of what stands in it: a frame that broke on its way is full
 * of what somebody typed, and Jackson's own words quote it.
 *
 * <p>For any thread.
 */
final class Fault {

    private static final String REPEATED = "Duplicate Object property";

    private Fault() {}

    /** Returns the kind and the place of what a parser refused. */
    static String of(JacksonException failure) {
        TokenStreamLocation location = failure.getLocation();
        return kind(failure)
                + (location == null || location.getByteOffset() < 0 ? "" : ", at byte " + location.getByteOffset());
    }

    private static String kind(JacksonException failure) {
        String words = String.valueOf(failure.getOriginalMessage());
        if (failure instanceof StreamConstraintsException) {
            // These have lengths in them, and no text of the frame; where they are set is our own matter.
            int settings = words.indexOf(", from");
            return settings < 0 ? words : words.substring(0, settings) + ")";
        }
        if (failure instanceof UnexpectedEndOfInputException) {
            return "it ends too early";
        }
        if (failure instanceof MismatchedInputException) {
            return "nothing, or something after the value";
        }
        return words.startsWith(REPEATED) ? "a name stands there twice" : "a character that has no place there";
    }
}
