package io.github.liveview4j.examples.showcase.recipes;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.util.TestSocketUtils;

/** A real mail server on a free port, one for all tests, which ends with their process. */
final class Mailbox {

    private static final GreenMail server = start();

    private Mailbox() {}

    private static GreenMail start() {
        GreenMail server = new GreenMail(ServerSetup.SMTP.port(TestSocketUtils.findAvailableTcpPort()));
        server.start();
        return server;
    }

    static void configure(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> server.getSmtp().getBindTo());
        properties.add("spring.mail.port", () -> server.getSmtp().getPort());
    }

    /** Returns the server, for a test to look into or to stop. */
    static GreenMail server() {
        return server;
    }
}
