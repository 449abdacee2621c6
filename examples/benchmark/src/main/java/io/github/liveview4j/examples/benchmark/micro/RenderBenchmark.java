package io.github.liveview4j.examples.benchmark.micro;

import io.github.liveview4j.TemplateName;
import io.github.liveview4j.render.FragmentRenderer;
import io.github.liveview4j.render.FragmentRequest;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** One template, by the library, with all that templates of a request have, and by the engine with variables alone. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // what the set-up makes is there before anything is measured
public class RenderBenchmark {

    private static final Map<String, Object> MODEL = Map.of("name", "Ada", "room", "bench");

    private final FragmentRequest request =
            new FragmentRequest(TemplateName.parse("hello"), MODEL, Locale.ENGLISH, Map.of(), null);
    private RunningApplication application;
    private FragmentRenderer renderer;
    private ITemplateEngine engine;

    /** Starts the application. */
    @Setup
    public void start() {
        application = new RunningApplication();
        renderer = application.bean(FragmentRenderer.class);
        engine = application.bean(ITemplateEngine.class);
    }

    /** By the library, as for a broadcast. */
    @Benchmark
    public String library() {
        return renderer.render(request);
    }

    /** Without links, messages, form fields and security tags. */
    @Benchmark
    public String bare() {
        return engine.process("hello", new Context(Locale.ENGLISH, MODEL));
    }

    /** Stops the application. */
    @TearDown
    public void stop() {
        application.close();
    }
}
