package io.github.liveview4j.spring.assets;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The id of the application's static resources: the same as long as they are, on every node and over restarts.
 *
 * <p>Found out once, in a thread of its own while the application starts, and by whoever asks before. For any thread.
 */
public final class AssetsVersion implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AssetsVersion.class);

    private final FutureTask<@Nullable String> task;
    private volatile boolean running;

    AssetsVersion(Callable<@Nullable String> finding) {
        this.task = new FutureTask<>(finding);
    }

    /**
     * Makes one that says what the application says.
     *
     * @param id any text; an empty one stands for none
     */
    public static AssetsVersion of(String id) {
        return new AssetsVersion(() -> id.isEmpty() ? null : id);
    }

    /**
     * Makes one that looks at what is served: path and content of every file, and those of this library's client.
     *
     * <p>Neither times nor order count, nor whether files lie in folders or in jars. Past 64 MB of content, files count by path
     * and length only; with more than 50,000 of them there is no id. What cannot be read leaves the application without an id,
     * and a warning says so.
     *
     * @param resources finds the files
     * @param locations where they are, as {@code spring.web.resources.static-locations} has it; of two with the same path the
     *     one of the first location counts, as it is the one that is served
     */
    public static AssetsVersion ofFiles(ResourcePatternResolver resources, List<String> locations) {
        return new AssetsVersion(() -> find(new StaticFiles(resources, locations)));
    }

    private static @Nullable String find(StaticFiles files) {
        long start = System.nanoTime();
        try {
            AssetsDigest digest = AssetsDigest.of(files.byPath());
            log.debug(
                    "The static resources are {}: {} files, {} bytes read, in {} ms",
                    digest.id(),
                    digest.files(),
                    digest.bytesRead(),
                    (System.nanoTime() - start) / 1_000_000);
            return digest.id();
        } catch (Throwable e) {
            // Whatever it is: a page without an id is better than none.
            log.warn(
                    "Expected static resources that can be read, to give them an id; got {}. Pages will not be told when "
                            + "they have been replaced. Say liveview.assets-version, or leave it empty to do without",
                    e.toString());
            return null;
        }
    }

    /**
     * Returns the id; waits for it where it is still being found out.
     *
     * @return {@code null} where there is none
     */
    public @Nullable String id() {
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Expected an id or none", e);
        }
    }

    @Override
    public void start() {
        running = true;
        Thread thread = new Thread(task, "liveview-assets");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, whose first page asks. */
    @Override
    public int getPhase() {
        return 0;
    }
}
