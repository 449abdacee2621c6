package io.github.liveview4j.examples.benchmark.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A server, or several that are one application, to be started.
 *
 * @param name what lines call it
 * @param kind the application
 * @param isRedis whether broadcasts go through Redis
 * @param nodes how many processes
 * @param jvm options of its JVM
 * @param arguments Spring Boot's, beside those that all have
 */
record Setup(String name, Kind kind, boolean isRedis, int nodes, List<String> jvm, List<String> arguments) {

    Setup {
        jvm = List.copyOf(jvm);
        arguments = List.copyOf(arguments);
    }

    static Setup of(Kind kind, List<String> jvm) {
        return new Setup(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), kind, false, 1, jvm, List.of());
    }

    Setup overRedis() {
        return new Setup(name, kind, true, nodes, jvm, arguments);
    }

    Setup nodes(int count) {
        return new Setup(name + "-" + count + "-nodes", kind, true, count, jvm, arguments);
    }

    Setup with(List<String> moreArguments) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(moreArguments);
        return new Setup(name, kind, isRedis, nodes, jvm, all);
    }

    Setup with(String suffix, String argument) {
        return new Setup(name + suffix, kind, isRedis, nodes, jvm, arguments).with(List.of(argument));
    }
}
