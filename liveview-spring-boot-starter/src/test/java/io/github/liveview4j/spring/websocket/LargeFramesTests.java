package io.github.liveview4j.spring.websocket;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Frames in many parts, on a Tomcat as it comes. */
@SpringBootTest(classes = EndpointApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class LargeFramesTests extends LargeFrames {

    @LocalServerPort
    private int port;

    @Override
    int port() {
        return port;
    }
}
