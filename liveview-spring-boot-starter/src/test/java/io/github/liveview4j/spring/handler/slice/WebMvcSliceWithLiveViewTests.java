package io.github.liveview4j.spring.handler.slice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.spring.autoconfigure.LiveViewAutoConfiguration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** A slice of the application that asks for LiveView. */
@WebMvcTest
@ImportAutoConfiguration(LiveViewAutoConfiguration.class)
class WebMvcSliceWithLiveViewTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private HandlerMethodRegistry handlers;

    @Test
    void theSliceKeepsHandlersOut() {
        assertThat(context.getBeansOfType(SliceController.class)).hasSize(1);
        assertThat(context.getBeansOfType(SliceHandlers.class)).isEmpty();
        assertThat(handlers.names()).isEmpty();
    }

    @Nested
    @Import(SliceHandlers.class)
    class ThatNamesAHandler {

        @Test
        void hasIt() {
            assertThat(handlers.names()).containsExactly("of_application");
        }
    }
}
