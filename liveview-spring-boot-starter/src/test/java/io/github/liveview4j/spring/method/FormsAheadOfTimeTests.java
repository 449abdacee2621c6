package io.github.liveview4j.spring.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.method.forms.FormsApplication;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

/** An application made of code that was generated ahead of time, on a real server. */
class FormsAheadOfTimeTests {

    private static final String ENABLED = "spring.aot.enabled";

    @Test
    void formsValuesAndStreamsWorkInAnApplicationOfGeneratedCode(@TempDir Path folder) throws Exception {
        generate(folder);
        compile(folder);
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        // All in one loader: generated code is in the packages of what it makes.
        try (URLClassLoader loader = new URLClassLoader(urls(folder), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            System.setProperty(ENABLED, "true");
            try (AutoCloseable context = run(loader)) {
                assertThat(loader.loadClass("org.springframework.aot.AotDetector")
                                .getMethod("useGeneratedArtifacts")
                                .invoke(null))
                        .isEqualTo(true);
                try (TestPage page = new TestBrowser(portOf(context), "").open("ahead")) {
                    assertThat(html(page, "order", "name", "")).contains("<em>name is missing</em>");
                    assertThat(html(page, "profile", "nick", "ada")).startsWith("ada ");
                    assertThat(html(page, "page", "page", "3")).isEqualTo("[3]");
                    page.call("one");
                    assertThat(page.nextUpdate()).isEqualTo("one");
                }
            }
        } finally {
            System.clearProperty(ENABLED);
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static AutoCloseable run(ClassLoader loader) throws Exception {
        return (AutoCloseable) loader.loadClass(FormsApplication.class.getName())
                .getMethod("start", String[].class)
                .invoke(null, (Object) new String[] {"--server.port=0"});
    }

    private static int portOf(Object context) throws Exception {
        Object server = context.getClass().getMethod("getWebServer").invoke(context);
        return (int) server.getClass().getMethod("getPort").invoke(server);
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static URL[] urls(Path folder) throws IOException {
        List<URL> urls = new ArrayList<>(List.of(folder.toUri().toURL()));
        for (String entry : classPath().split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static String html(TestPage page, String function, String field, String value) {
        return page.call(function, Map.of(), List.of(List.of(field, value)))
                .path("updates")
                .path(0)
                .path("html")
                .asString("")
                .strip();
    }

    private static void generate(Path folder) {
        DefaultGenerationContext generation = new DefaultGenerationContext(
                new ClassNameGenerator(ClassName.get(FormsApplication.class)),
                new FileSystemGeneratedFiles(kind -> folder));
        try (AnnotationConfigServletWebServerApplicationContext context =
                new AnnotationConfigServletWebServerApplicationContext()) {
            context.register(FormsApplication.class);
            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
            generation.writeGeneratedContent();
        }
    }

    private static void compile(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> sources = Files.walk(folder)) {
            String[] arguments = Stream.concat(
                            Stream.of(
                                    "-proc:none",
                                    "-nowarn",
                                    "-parameters",
                                    "-d",
                                    folder.toString(),
                                    "-cp",
                                    folder + File.pathSeparator + classPath()),
                            sources.map(Path::toString).filter(name -> name.endsWith(".java")))
                    .toArray(String[]::new);
            assertThat(compiler.run(InputStream.nullInputStream(), null, null, arguments))
                    .isZero();
        }
    }
}
