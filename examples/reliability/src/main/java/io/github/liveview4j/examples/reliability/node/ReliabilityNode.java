package io.github.liveview4j.examples.reliability.node;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * The application under test. It keeps nothing: its model is the {@link Ledger} of the process that runs the test, which every
 * node asks, as nodes share a database.
 */
@SpringBootApplication
public class ReliabilityNode {

    /**
     * Starts it.
     *
     * @param args Spring Boot's arguments, among them {@code --ledger=} with the ledger's port
     */
    public static void main(String[] args) {
        SpringApplication.run(ReliabilityNode.class, args);
    }

    /** A kernel would hold megabytes for a page that does not read, and a test would wait for long until anybody notices. */
    @Bean
    TomcatConnectorCustomizer smallSendBuffers() {
        return connector -> connector.setProperty("socket.txBufSize", "65536");
    }

    @Bean
    LedgerClient ledger(Environment environment) {
        return new LedgerClient(environment.getRequiredProperty("ledger", Integer.class));
    }
}
