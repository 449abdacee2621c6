package io.github.liveview4j.spring.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.liveview4j.spring.autoconfigure.LiveViewAutoConfiguration;
import io.github.liveview4j.spring.request.RequestScopes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.orm.jpa.support.OpenEntityManagerInViewInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** More than one entity manager factory, each with an interceptor of its own. */
class SeveralDatabasesTests {

    private final AtomicInteger open = new AtomicInteger();
    private final EntityManagerFactory first = factory();
    private final EntityManagerFactory second = factory();

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class, LiveViewAutoConfiguration.class))
            .withBean("one", OpenEntityManagerInViewInterceptor.class, () -> interceptor(first))
            .withBean("two", OpenEntityManagerInViewInterceptor.class, () -> interceptor(second));

    private EntityManagerFactory factory() {
        EntityManagerFactory factory = mock(EntityManagerFactory.class);
        when(factory.createEntityManager()).thenAnswer(call -> {
            open.incrementAndGet();
            EntityManager manager = mock(EntityManager.class);
            doAnswer(close -> open.decrementAndGet()).when(manager).close();
            when(manager.isOpen()).thenReturn(true);
            return manager;
        });
        return factory;
    }

    private static OpenEntityManagerInViewInterceptor interceptor(EntityManagerFactory factory) {
        OpenEntityManagerInViewInterceptor interceptor = new OpenEntityManagerInViewInterceptor();
        interceptor.setEntityManagerFactory(factory);
        return interceptor;
    }

    private static RequestScopes.Scope scope(RequestScopes scopes) {
        return scopes.open(Map.of(), Locale.ENGLISH, null);
    }

    @Test
    void allAreOpenAndAllAreClosed() {
        application.run(context -> {
            RequestScopes scopes = context.getBean(RequestScopes.class);
            try (RequestScopes.Scope call = scope(scopes)) {
                assertThat(open).hasValue(2);
                try (RequestScopes.Scope render = scope(scopes)) {
                    assertThat(render.request()).isNotSameAs(call.request());
                    assertThat(open).hasValue(2);
                }
                assertThat(TransactionSynchronizationManager.hasResource(first)).isTrue();
                assertThat(TransactionSynchronizationManager.hasResource(second))
                        .isTrue();
            }
            assertThat(open).hasValue(0);
            assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
        });
    }

    @Test
    void oneThatCannotBeOpenedLeavesNoneOpen() {
        application.run(context -> {
            doThrow(new IllegalStateException("No database")).when(second).createEntityManager();

            assertThatIllegalStateException()
                    .isThrownBy(() -> scope(context.getBean(RequestScopes.class)))
                    .havingRootCause()
                    .withMessage("No database");

            assertThat(open).hasValue(0);
            assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
        });
    }
}
