package io.github.liveview4j.spring.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.method.forms.FormsApplication;
import io.github.liveview4j.spring.thymeleaf.TestBrowser;
import io.github.liveview4j.spring.thymeleaf.TestPage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void formsValuesAndStreamsWorkInAnApplicationOfGeneratedCode(@TempDir Path folder) throws Exception {
        generate(folder);
        compile(folder);
        // A process of its own: generated code is in the packages of what it makes, and a second Tomcat in other
        // classes of the
        // same names does not start.
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dspring.aot.enabled=true",
                        "-cp",
                        folder + File.pathSeparator + classPath(),
                        FormsApplication.class.getName())
                .redirectErrorStream(true)
                .start();
        try (TestPage page = new TestBrowser(portOf(application), "").open("ahead")) {
            assertThat(html(page, "order", "name", "")).contains("<em>name is missing</em>");
            assertThat(html(page, "profile", "nick", "ada")).startsWith("ada ");
            assertThat(html(page, "page", "page", "3")).isEqualTo("[3]");
            page.call("one");
            assertThat(page.nextUpdate()).isEqualTo("one");
        } finally {
            application.destroyForcibly().waitFor();
        }
    }

    private static int portOf(Process application) throws IOException {
        StringBuilder output = new StringBuilder();
        BufferedReader lines = application.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(FormsApplication.STARTED)) {
                assertThat(output).contains("Starting AOT-processed");
                return Integer.parseInt(line.substring(FormsApplication.STARTED.length()));
            }
            output.append(line).append('\n');
        }
        throw new AssertionError("The application did not start: " + output);
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
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
