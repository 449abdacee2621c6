package io.github.liveview4j.spring.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The id of static resources: the same while they are, another one when they are not, and never in the way of a page. */
@ExtendWith(OutputCaptureExtension.class)
class AssetsVersionTests {

    private static final List<String> LOCATIONS =
            List.of("classpath:/META-INF/resources/", "classpath:/static/", "classpath:/public/");

    @TempDir
    private Path temp;

    private final Map<String, String> files = new LinkedHashMap<>();
    private int places;

    @BeforeEach
    void fill() {
        files.put("META-INF/resources/liveview/liveview.min.js", "the client");
        files.put("static/app.css", "body {}");
        files.put("static/deep/er/ü b#c+d.js", "let a");
        files.put("static/empty.txt", "");
    }

    private Path place() {
        places++;
        return temp.resolve("place " + places);
    }

    private Path folder(Map<String, String> content) throws IOException {
        Path folder = place();
        for (Map.Entry<String, String> each : content.entrySet()) {
            Path file = folder.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.getValue());
            Files.setLastModifiedTime(file, FileTime.fromMillis(places * 1_000_000L));
        }
        return folder;
    }

    /** A jar as build tools make them, with entries for its folders. */
    private Path jar(Map<String, String> content) throws IOException {
        Path jar = place();
        List<String> entries = new ArrayList<>();
        for (String path : content.keySet()) {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                String folder = path.substring(0, slash + 1);
                if (!entries.contains(folder)) {
                    entries.add(folder);
                }
            }
            entries.add(path);
        }
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(content.getOrDefault(entry, "").getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static PathMatchingResourcePatternResolver resources(Path... classPath) throws MalformedURLException {
        URL[] urls = new URL[classPath.length];
        for (int i = 0; i < classPath.length; i++) {
            urls[i] = classPath[i].toUri().toURL();
        }
        return new PathMatchingResourcePatternResolver(new DefaultResourceLoader(new URLClassLoader(urls, null)));
    }

    private static @Nullable String id(Path... classPath) throws IOException {
        return AssetsVersion.ofFiles(resources(classPath), LOCATIONS).id();
    }

    private Map<String, String> with(String path, String content) {
        Map<String, String> other = new LinkedHashMap<>(files);
        other.put(path, content);
        return other;
    }

    @Test
    void isTheSameForTheSameFilesWhereverTheyAreAndWheneverTheyWereMade() throws IOException {
        List<String> backwards = new ArrayList<>(files.keySet());
        Collections.reverse(backwards);
        Map<String, String> reversed = new LinkedHashMap<>();
        backwards.forEach(path -> reversed.put(path, files.get(path)));
        Map<String, String> client = Map.of(backwards.get(3), "the client");
        Map<String, String> application = new LinkedHashMap<>(files);
        application.keySet().removeAll(client.keySet());

        assertThat(id(folder(files)))
                .matches("[A-Za-z0-9_-]{16}")
                .isEqualTo(id(folder(reversed)))
                .isEqualTo(id(jar(files)))
                .isEqualTo(id(jar(reversed)))
                .isEqualTo(id(folder(application), jar(client)))
                .isEqualTo(id(jar(client), jar(application)));
    }

    @Test
    void isAnotherOneForOtherFiles() throws IOException {
        Map<String, String> fewer = new LinkedHashMap<>(files);
        fewer.remove("static/empty.txt");
        Map<String, String> renamed = new LinkedHashMap<>(fewer);
        renamed.put("static/empty.csv", "");

        assertThat(List.of(
                        with("static/app.css", "body{} "),
                        with("static/another.css", ""),
                        with("public/another.css", "a"),
                        with("META-INF/resources/liveview/liveview.min.js", "a new client"),
                        fewer,
                        renamed))
                .allSatisfy(other -> {
                    assertThat(id(folder(other))).isNotNull().isNotEqualTo(id(folder(files)));
                    assertThat(id(jar(other))).isEqualTo(id(folder(other)));
                });
    }

    @Test
    void doesNotDependOnWhichLocationServesAFile() throws IOException {
        assertThat(id(folder(with("public/a.css", "a")))).isEqualTo(id(folder(with("static/a.css", "a"))));
    }

    @Test
    void leavesOutWhatIsHiddenByAFileOfAnEarlierLocation() throws IOException {
        assertThat(id(folder(with("public/app.css", "never served")))).isEqualTo(id(folder(files)));
        assertThat(id(folder(files), jar(Map.of("static/app.css", "never served"))))
                .isEqualTo(id(folder(files)));
    }

    @Test
    void looksIntoFoldersThatAreNotOnTheClassPath() throws IOException {
        Path outside = folder(Map.of("app.css", "body {}"));
        Map<String, String> client = Map.of("META-INF/resources/liveview/liveview.min.js", "the client");
        List<String> locations =
                List.of(outside.toUri().toString(), outside.resolve("none").toUri() + "/");

        String id = AssetsVersion.ofFiles(resources(jar(client)), locations).id();

        assertThat(id).isEqualTo(id(folder(Map.of("static/app.css", "body {}")), folder(client)));
    }

    @Test
    void knowsTheClientOfThisLibraryWhereverTheApplicationServesItsOwnFilesFrom() throws IOException {
        Path outside = folder(Map.of("app.css", "body {}"));
        List<String> locations = List.of(outside.toUri().toString());

        assertThat(AssetsVersion.ofFiles(resources(folder(files)), locations).id())
                .isNotEqualTo(AssetsVersion.ofFiles(
                                resources(folder(with("META-INF/resources/liveview/liveview.min.js", "a new client"))),
                                locations)
                        .id());
    }

    @Test
    void passesOverLocationsThatHaveNoList() throws IOException {
        List<String> more = new ArrayList<>(LOCATIONS);
        more.add("https://assets.invalid/");

        assertThat(AssetsVersion.ofFiles(resources(folder(files)), more).id()).isEqualTo(id(folder(files)));
    }

    @Test
    void countsByLengthWhatWouldBeTooMuchToRead() throws IOException {
        assertThat(bounded("123456", "b")).isEqualTo(bounded("654321", "b"));
        assertThat(bounded("123456", "b")).isNotEqualTo(bounded("1234567", "b"));
        assertThat(bounded("123456", "b")).isNotEqualTo(bounded("123456", "c"));
        assertThat(bounded("12345", "b")).isNotEqualTo(bounded("54321", "b"));
    }

    /** With at most five bytes of content. */
    private String bounded(String first, String second) throws IOException {
        Path folder = folder(Map.of("static/1", first, "static/2", second));
        return AssetsDigest.of(new StaticFiles(resources(folder), LOCATIONS).byPath(), 5)
                .id();
    }

    @Test
    void isAbsentWithOneWarningWhereFilesCannotBeRead(CapturedOutput output) throws IOException {
        Path folder = folder(files);
        Files.createSymbolicLink(folder.resolve("static/loop"), folder.resolve("static"));
        AssetsVersion version = AssetsVersion.ofFiles(resources(folder), LOCATIONS);

        assertThat(version.id()).isNull();
        assertThat(version.id()).isNull();
        assertThat(output.getAll()).containsOnlyOnce("Expected static resources that can be read");
        assertThat(output.getAll()).contains("FileSystemLoopException", "Say liveview.assets-version");
    }

    @Test
    void listsNoMoreFilesThanAnApplicationHas() throws IOException {
        StaticFiles few = new StaticFiles(resources(folder(files)), LOCATIONS, 4);
        StaticFiles many = new StaticFiles(resources(folder(with("static/5", ""))), LOCATIONS, 4);

        assertThat(few.byPath()).hasSize(4);
        assertThatThrownBy(many::byPath)
                .isInstanceOf(IOException.class)
                .hasMessage("more than 4 files in " + LOCATIONS);
    }

    @Test
    void isFoundOutOnceByWhoeverAsksFirst() throws Exception {
        AtomicInteger times = new AtomicInteger();
        CountDownLatch asked = new CountDownLatch(1);
        AssetsVersion version = new AssetsVersion(() -> {
            asked.await();
            return "id " + times.incrementAndGet();
        });
        ExecutorService pages = Executors.newFixedThreadPool(4);
        try {
            version.start();
            List<Future<@Nullable String>> ids = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                ids.add(pages.submit(version::id));
            }
            asked.countDown();
            for (Future<@Nullable String> id : ids) {
                assertThat(id.get()).isEqualTo("id 1");
            }
        } finally {
            pages.shutdownNow();
        }
    }

    @Test
    void isWhatTheApplicationSays() {
        assertThat(AssetsVersion.of("build 7").id()).isEqualTo("build 7");
        assertThat(AssetsVersion.of("").id()).isNull();
    }
}
