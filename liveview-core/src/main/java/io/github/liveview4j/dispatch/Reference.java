package io.github.liveview4j.dispatch;

import java.util.concurrent.ThreadLocalRandom;

/** Makes the short words by which an error in a browser is found in the log. */
final class Reference {

    /** Without letters and digits that are mistaken for one another when read aloud. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 10;

    private Reference() {}

    static String next() {
        StringBuilder ref = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            ref.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
        }
        return ref.toString();
    }
}
