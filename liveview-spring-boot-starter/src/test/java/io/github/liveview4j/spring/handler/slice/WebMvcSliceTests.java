package io.github.liveview4j.spring.handler.slice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.room.RoomLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A slice of the application, with its controllers only. */
@WebMvcTest
class WebMvcSliceTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void theSliceStartsWithoutLiveView() {
        assertThat(context.getBeansOfType(SliceController.class)).hasSize(1);
        assertThat(context.getBeansOfType(HandlerMethodRegistry.class)).isEmpty();
    }

    @Test
    void aControllerCanAskForItsPage() {
        assertThat(context.getBeansOfType(RoomLog.class)).isEmpty();
        assertThat(mvc.get().uri("/page")).hasStatusOk().hasBodyTextEqualTo("Joined");
    }
}
