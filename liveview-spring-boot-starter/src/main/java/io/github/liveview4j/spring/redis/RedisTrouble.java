package io.github.liveview4j.spring.redis;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Why Redis gave no answer that can be used, and what that says about the question.
 *
 * <p>The difference between "surely nothing happened" and "perhaps" is what outcomes are made of, so where it is not known
 * for sure it is "perhaps".
 */
final class RedisTrouble extends Exception {

    private static final long serialVersionUID = 1;

    /** Errors that pass by themselves: a replica becomes a master, a file is read, a disk is freed. */
    private static final Set<String> PASSING = Set.of(
            "READONLY", "LOADING", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN", "BUSY", "NOREPLICAS", "MISCONF", "NOAUTH");

    private static final Pattern IN_SCRIPT = Pattern.compile("^@user_script: ?[0-9]+: -?");

    private final boolean mayHaveHappened;
    private final boolean passes;

    private RedisTrouble(String reason, boolean mayHaveHappened, boolean passes, Throwable cause) {
        super(reason, cause);
        this.mayHaveHappened = mayHaveHappened;
        this.passes = passes;
    }

    /** There was no connection to ask over. */
    static RedisTrouble unreachable(RuntimeException e) {
        return new RedisTrouble("Redis cannot be reached: " + root(e).getMessage(), false, true, e);
    }

    /** A question was not answered, or with an error. */
    static RedisTrouble of(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof RedisCommandExecutionException) {
                // An error inside a script comes after it may have written something; all others come before it runs.
                boolean isInside = message.contains("user_script");
                return new RedisTrouble(message, isInside, !isInside && passes(message), e);
            }
            if (message.contains("Commands are rejected")) {
                return new RedisTrouble("Redis is not connected", false, true, e);
            }
        }
        return new RedisTrouble("Redis does not answer: " + root(e).getMessage(), true, true, e);
    }

    /** A script found before it did anything that it cannot. */
    static RedisTrouble refused(String error) {
        String plain = plain(error);
        return new RedisTrouble(plain, false, passes(plain), new IllegalStateException(error));
    }

    /** Returns an error that a script has caught, without the place in the script that Redis before 7 puts before it. */
    static String plain(String error) {
        return IN_SCRIPT.matcher(error).replaceFirst("").trim();
    }

    /** An answer that no script of ours gives. */
    static RedisTrouble unreadable(String reason) {
        return new RedisTrouble(reason, true, false, new IllegalStateException(reason));
    }

    private static boolean passes(String error) {
        return PASSING.contains(error.split(" ", 2)[0]);
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Returns whether Redis may have done what was asked. */
    boolean mayHaveHappened() {
        return mayHaveHappened;
    }

    /** Returns whether the same question may be answered a little later. */
    boolean passes() {
        return passes;
    }

    /**
     * Returns whether a position check finds the same as long as it lasts. It writes a little and adds nothing, so that it
     * knows nothing of rights and sizes.
     */
    boolean isShownByCheck() {
        return passes || reason().startsWith("OOM ");
    }

    /** Returns what was wrong, for an operator. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
