package io.github.liveview4j.spring.websocket;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The same where the container has no better way to write than the WebSocket API. */
@SpringBootTest(
        classes = {EndpointApplication.class, SmallSocketBuffers.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"liveview.limits.calls=0", "liveview.native-writes=false"})
class StalledBrowserByTheApiTests extends StalledBrowserTests {}
