package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.LiveViewTasks;
import io.github.liveview4j.dispatch.LiveViewExceptionResolver;
import io.github.liveview4j.dispatch.PageTasks;
import io.github.liveview4j.spring.handler.RequestCallScope;
import io.github.liveview4j.spring.request.RequestScopes;
import java.util.concurrent.Executor;
import org.springframework.aop.interceptor.AsyncExecutionAspectSupport;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.TaskExecutor;
import org.springframework.util.function.SingletonSupplier;

/** Work on other threads: what a call has on its thread goes along, and results find their page. */
@Configuration(proxyBeanMethods = false)
class TaskConfiguration {

    /**
     * Spring Boot puts all decorators around its executors and schedulers, the first in order next to the task: others restore
     * the request of the call, which has ended by then.
     *
     * <p>A fallback, so that an application that asks for the decorator gets its own where it has one.
     */
    @Bean
    @Fallback
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "liveViewTaskDecorator")
    static TaskDecorator liveViewTaskDecorator() {
        return RequestScopes::carriedBy;
    }

    @Bean
    @ConditionalOnMissingBean
    LiveViewTasks liveViewTasks(
            BeanFactory beans, RequestScopes scopes, ObjectProvider<LiveViewExceptionResolver> resolvers) {
        // Asked for at the first task: an application that has none need not have an executor.
        SingletonSupplier<Executor> executor = SingletonSupplier.of(() -> executor(beans));
        return new PageTasks(
                task -> executor.obtain().execute(task),
                new RequestCallScope(scopes),
                resolvers.orderedStream().toList());
    }

    /** That of Spring Boot, or else the one that {@code @Async} would take. */
    private static Executor executor(BeanFactory beans) {
        String name = TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME;
        if (beans.containsBean(name)) {
            return beans.getBean(name, Executor.class);
        }
        TaskExecutor only = beans.getBeanProvider(TaskExecutor.class).getIfUnique();
        if (only != null) {
            return only;
        }
        name = AsyncExecutionAspectSupport.DEFAULT_TASK_EXECUTOR_BEAN_NAME;
        return beans.containsBean(name)
                ? beans.getBean(name, Executor.class)
                : new SimpleAsyncTaskExecutor("liveview-task-");
    }
}
