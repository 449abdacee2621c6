package io.github.liveview4j.spring.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewTasks;
import io.github.liveview4j.dispatch.PageTasks;
import io.github.liveview4j.spring.autoconfigure.LiveViewAutoConfiguration;
import io.github.liveview4j.spring.request.RequestScopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.TaskExecutor;
import org.springframework.web.context.request.RequestContextHolder;

/** What an application has for its tasks, and what becomes of its own. */
class TaskContextTests {

    private final LiveViewConsumer page = mock(LiveViewConsumer.class);
    private final WebApplicationContextRunner application =
            new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(LiveViewAutoConfiguration.class));
    private final WebApplicationContextRunner withExecutor =
            application.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class));

    private RequestScopes.Scope work(ApplicationContext context, @Nullable LiveViewConsumer owner) {
        return context.getBean(RequestScopes.class).open(Map.of(), Locale.GERMAN, owner);
    }

    private static TaskDecorator decorator(ApplicationContext context) {
        return context.getBean("liveViewTaskDecorator", TaskDecorator.class);
    }

    private static <T extends @Nullable Object> T onAnotherThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task).start())
                .join();
    }

    @Test
    void aTaskThatIsSubmittedForNoPageStaysWhatItIs() {
        application.run(context -> {
            Runnable task = () -> {};
            assertThat(decorator(context).decorate(task)).isSameAs(task);
            try (RequestScopes.Scope broadcast = work(context, null)) {
                assertThat(decorator(context).decorate(task)).isSameAs(task);
            }
        });
    }

    @Test
    void aTaskOfAPageHasAScopeOfItsOwnAlsoAfterTheCallAndLeavesNothingBehind() {
        application.run(context -> {
            List<Object> seen = new ArrayList<>();
            Runnable task;
            Object ofCall;
            try (RequestScopes.Scope scope = work(context, page)) {
                ofCall = scope.request();
                task = decorator(context).decorate(() -> {
                    seen.add(RequestScopes.page());
                    seen.add(LocaleContextHolder.getLocale());
                    seen.add(RequestContextHolder.currentRequestAttributes().getAttribute("x", 0) == null);
                    RequestContextHolder.currentRequestAttributes().setAttribute("x", 1, 0);
                });
            }

            boolean isClean = onAnotherThread(() -> {
                task.run();
                task.run();
                return RequestContextHolder.getRequestAttributes() == null
                        && LocaleContextHolder.getLocaleContext() == null;
            });

            assertThat(isClean).isTrue();
            assertThat(ofCall).isNotNull();
            assertThat(seen).containsExactly(page, Locale.GERMAN, true, page, Locale.GERMAN, true);
        });
    }

    @Test
    void aTaskOfATaskIsThePagesAsWell() {
        application.run(context -> {
            List<Runnable> inner = new ArrayList<>();
            Runnable outer;
            try (RequestScopes.Scope scope = work(context, page)) {
                outer = decorator(context)
                        .decorate(() -> inner.add(decorator(context).decorate(() -> {
                            assertThat(RequestScopes.page()).isSameAs(page);
                            inner.clear();
                        })));
            }
            outer.run();
            inner.get(0).run();
            assertThat(inner).isEmpty();
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnDecorator {

        static final List<String> LINES = new CopyOnWriteArrayList<>();

        @Bean
        TaskDecorator own() {
            return task -> () -> {
                LINES.add("own around " + RequestScopes.page());
                task.run();
            };
        }
    }

    @Test
    void aDecoratorOfTheApplicationsOwnIsPutAroundAndIsTheOneThatIsInjected() {
        withExecutor.withUserConfiguration(OwnDecorator.class).run(context -> {
            OwnDecorator.LINES.clear();
            CompletableFuture<@Nullable LiveViewConsumer> seen;
            try (RequestScopes.Scope scope = work(context, page)) {
                seen = CompletableFuture.supplyAsync(
                        RequestScopes::page, context.getBean("applicationTaskExecutor", Executor.class));
            }
            assertThat(seen.join()).isSameAs(page);
            assertThat(OwnDecorator.LINES).containsExactly("own around null");
            assertThat(context.getBean(TaskDecorator.class)).isSameAs(context.getBean("own"));
        });
    }

    @Test
    void tasksOfTheApplicationsOwnReplaceOurs() {
        LiveViewTasks own = new PageTasks(Runnable::run);
        application
                .withBean(LiveViewTasks.class, () -> own)
                .run(context -> assertThat(context.getBean(LiveViewTasks.class)).isSameAs(own));
    }

    private static Thread threadOfATask(ApplicationContext context) {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        context.getBean(LiveViewTasks.class)
                .start(
                        mock(LiveViewConsumer.class, invocation -> {
                            Class<?> type = invocation.getMethod().getReturnType();
                            return type == Runnable.class
                                    ? (Runnable) () -> {}
                                    : type == boolean.class ? false : type == Locale.class ? Locale.ENGLISH : null;
                        }),
                        () -> {
                            thread.complete(Thread.currentThread());
                            return null;
                        });
        return thread.join();
    }

    @Test
    void tasksRunOnSpringBootsExecutorOrElseOnTheOneThatAsyncMethodsWouldTake() {
        withExecutor.run(context -> assertThat(threadOfATask(context).getName()).startsWith("task-"));
        application
                .withBean("only", TaskExecutor.class, SyncTaskExecutor::new)
                .run(context -> assertThat(threadOfATask(context)).isSameAs(Thread.currentThread()));
        application
                .withBean("taskExecutor", TaskExecutor.class, SyncTaskExecutor::new)
                .withBean("other", TaskExecutor.class, () -> task -> {
                    throw new AssertionError("the other one");
                })
                .run(context -> assertThat(threadOfATask(context)).isSameAs(Thread.currentThread()));
        application.run(context -> assertThat(threadOfATask(context).getName()).startsWith("liveview-task-"));
    }
}
