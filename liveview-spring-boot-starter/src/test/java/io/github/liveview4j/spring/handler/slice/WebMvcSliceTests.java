package io.github.liveview4j.spring.handler.slice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.handler.HandlerMethodRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.ApplicationContext;

/** A slice of the application, with its controllers only. */
@WebMvcTest
class WebMvcSliceTests {

    @Autowired
    private ApplicationContext context;

    @Test
    void theSliceStartsWithoutLiveView() {
        assertThat(context.getBeansOfType(SliceController.class)).hasSize(1);
        assertThat(context.getBeansOfType(HandlerMethodRegistry.class)).isEmpty();
    }
}
