package io.github.liveview4j.spring.websocket;

import org.apache.catalina.connector.Connector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Makes the buffers of Tomcat small that its connections have, as {@code liveview.lean-connections} asks for.
 *
 * <p>Those of its WebSockets are as large as a system property says when their classes are loaded: read once, for the whole JVM. So
 * this happens while the server is made, before it starts; one that is set already is left. Those between socket and parser are a
 * setting of the connector. For the start.
 */
public final class LeanTomcat implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    /** How large each is, in bytes. */
    static final int SIZE = 1024;

    static final String BUFFER_SIZE = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

    private static final Logger log = LoggerFactory.getLogger(LeanTomcat.class);

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        String size = Integer.toString(SIZE);
        String given = System.getProperty(BUFFER_SIZE);
        if (given == null) {
            System.setProperty(BUFFER_SIZE, size);
        } else if (!given.equals(size)) {
            log.info(
                    "The system property {} is {} and stays (liveview.lean-connections would set {})",
                    BUFFER_SIZE,
                    given,
                    size);
        }
        factory.addConnectorCustomizers(connector -> {
            set(connector, "socket.appReadBufSize", size);
            set(connector, "socket.appWriteBufSize", size);
        });
    }

    private static void set(Connector connector, String property, String size) {
        if (!connector.setProperty(property, size)) {
            log.warn(
                    "Connections of port {} take more memory than liveview.lean-connections promises: expected a connector with "
                            + "the property {}, got one without",
                    connector.getPort(),
                    property);
        }
    }
}
