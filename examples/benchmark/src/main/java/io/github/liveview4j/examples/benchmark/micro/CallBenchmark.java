package io.github.liveview4j.examples.benchmark.micro;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A whole call of an application with all that it has by default: limits, access check, Spring Security, Thymeleaf. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // what the set-up makes is there before anything is measured
public class CallBenchmark {

    private RunningApplication application;
    private RunningApplication.Page page;
    private long id;

    /** Starts the application, and opens a page. */
    @Setup
    public void start() throws Exception {
        application = new RunningApplication();
        page = application.page();
    }

    /** A handler that renders a template for its page. */
    @Benchmark
    public long call() {
        long before = page.wire().bytes();
        page.says("{\"type\":\"call\",\"id\":" + ++id + ",\"done\":" + (id - 1)
                + ",\"function\":\"say_hello\",\"data\":{\"seq\":" + id + "},\"form\":[[\"name\",\"Ada\"]]}");
        long written = page.wire().bytes() - before;
        if (written < 200) {
            throw new IllegalStateException("Expected an answer with html, got " + written + " bytes");
        }
        return written;
    }

    /** Stops the application. */
    @TearDown
    public void stop() {
        application.close();
    }
}
