package io.github.liveview4j.examples.benchmark.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Scripts that the benchmark brings into its pages. For any thread. */
final class Scripts {

    private static final String TURBO = "/META-INF/resources/webjars/hotwired__turbo/8.0.21/dist/turbo.es2017-umd.js";
    private static final String BEGIN = "  var Idiomorph = (function () {\n";
    private static final String END = "\n  })();\n";

    private Scripts() {}

    /**
     * Returns one of the benchmark's own.
     *
     * @param name of a file beside the tests' resources
     */
    static String own(String name) {
        return read("/browser/" + name);
    }

    /**
     * Returns Idiomorph 0.7.4, which defines a global of that name. Maven Central has it inside of Turbo only, which holds it as it
     * is: the declaration is cut out, so that none of Turbo's callbacks slow it down.
     */
    static String idiomorph() {
        String turbo = read(TURBO);
        int begin = turbo.indexOf(BEGIN);
        int end = turbo.indexOf(END, begin);
        if (begin < 0 || end < 0) {
            throw new IllegalStateException("expected the declaration of Idiomorph in " + TURBO);
        }
        return turbo.substring(begin, end + END.length());
    }

    /** Returns the library's client as built, before it was made small. */
    static String readableClient() {
        return read("/META-INF/resources/liveview/liveview.js");
    }

    private static String read(String path) {
        try (InputStream in = Scripts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("expected " + path + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
