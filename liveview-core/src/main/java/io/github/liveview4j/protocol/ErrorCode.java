package io.github.liveview4j.protocol;

/** The error codes of the wire; {@code docs/protocol.md} says what each means to a page. */
public final class ErrorCode {

    /** Not JSON, not of the described shape, or past a limit. */
    public static final String MALFORMED = "malformed";

    /** A frame out of place: a call before hello, hello of a second page. */
    public static final String UNEXPECTED = "unexpected";

    /** No handler of that name, or none for who calls it: whether there is one is not told. */
    public static final String UNKNOWN_FUNCTION = "unknown_function";

    /** The handler, a middleware or the rendering of the answer failed. */
    public static final String FAILED = "failed";

    /** What became of the call is not known any more. */
    public static final String UNKNOWN_OUTCOME = "unknown";

    /** Who is behind the page is not signed in any more, or somebody else is; the call was not run. */
    public static final String SIGNED_OUT = "signed_out";

    /** Whether the page may still act could not be found out; the call was not run. */
    public static final String UNAVAILABLE = "unavailable";

    /** The page has shown no token of this application, or none that holds for its socket; the call was not run. */
    public static final String UNTRUSTED = "untrusted";

    /** The page, or its session, has made too many calls; this one was not run. */
    public static final String TOO_MANY = "too_many";

    private ErrorCode() {}
}
