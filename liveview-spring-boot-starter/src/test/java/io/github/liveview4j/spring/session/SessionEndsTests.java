package io.github.liveview4j.spring.session;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.liveview4j.dispatch.AccessWatch;
import jakarta.servlet.http.HttpSessionEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.web.MockHttpSession;

class SessionEndsTests {

    /** As Tomcat does when it stops: an error in the log for each session that there was. */
    @Test
    void sessionsThatEndAfterTheApplicationAreNoError() {
        DefaultListableBeanFactory closed = new DefaultListableBeanFactory();
        SessionEnds ends = new SessionEnds(() -> closed.getBean(AccessWatch.class), List::of);

        assertThatCode(() -> ends.sessionDestroyed(new HttpSessionEvent(new MockHttpSession())))
                .doesNotThrowAnyException();
    }
}
