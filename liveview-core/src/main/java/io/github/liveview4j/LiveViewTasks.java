package io.github.liveview4j;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Slow work for a page: something to show now, the result when it is there, an error if it fails, nothing if the page has gone.
 *
 * <pre>{@code
 * tasks.on(consumer)
 *         .meanwhile(replace("#report").template("report :: skeleton"))
 *         .otherwise(failure -> replace("#report").template("report :: failed"))
 *         .start(() -> replace("#report").template("report :: report").with("report", reports.build()));
 * }</pre>
 *
 * <p>The work runs on a thread of the application's executor, as the page: with its language, its user and its request. The page's
 * next calls do not wait for it. A page that has gone has its work interrupted, and nothing is rendered for it.
 *
 * <p>An interface, so that a test can make one by hand. For any thread. The idea is Phoenix LiveView's {@code start_async}.
 */
public interface LiveViewTasks {

    /**
     * Begins to say what is to be done for a page; {@link Task#start} starts it.
     *
     * @param page the page
     */
    Task on(LiveViewConsumer page);

    /**
     * Starts work of which nothing is said but what it does.
     *
     * @param page the page
     * @param work see {@link Task#start}
     */
    default void start(LiveViewConsumer page, Callable<? extends @Nullable LiveViewMessage> work) {
        on(page).start(work);
    }

    /**
     * Stops work: it is interrupted, and nothing more is sent of it. Does nothing where none of that name is under way.
     *
     * @param page the page
     * @param name the name that was given to {@link Task#once} or {@link Task#replacing}
     */
    void stop(LiveViewConsumer page, String name);

    /** What is to be done, of which all but {@link #start} may be left out. For one thread. */
    interface Task {

        /**
         * Sends something before the work starts. Where the work is not started, nothing is sent.
         *
         * @param messages such as a skeleton of what is to come
         */
        Task meanwhile(LiveViewMessage... messages);

        /**
         * Says what is sent where the work fails, cannot be rendered, or finds no thread to run on.
         *
         * <p>Without this a failure is what it is for a handler: the {@code LiveViewExceptionResolver} beans are asked, and what none of
         * them answers is logged under a reference, which the page shows. With it, nothing is logged: that is for the function to do.
         *
         * @param failure makes the message of what was thrown
         */
        Task otherwise(Function<Throwable, LiveViewMessage> failure);

        /**
         * Starts nothing while work of this name is under way for the page, as at a second click.
         *
         * @param name any text
         */
        Task once(String name);

        /**
         * Stops what is under way for the page under this name before it starts, as where only the latest result is of use.
         *
         * @param name any text
         */
        Task replacing(String name);

        /**
         * Starts the work.
         *
         * @param work returns what is sent in the end; {@code null} sends nothing
         */
        void start(Callable<? extends @Nullable LiveViewMessage> work);

        /**
         * Starts work whose result is several messages, applied as one step.
         *
         * @param work returns what is sent in the end
         */
        void startAll(Callable<List<LiveViewMessage>> work);
    }
}
