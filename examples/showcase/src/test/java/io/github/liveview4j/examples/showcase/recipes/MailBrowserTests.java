package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

class MailBrowserTests extends RecipeTest {

    private final GreenMail server = Mailbox.server();

    @Autowired
    @Qualifier("applicationTaskExecutor")
    private ThreadPoolTaskExecutor executor;

    @AfterEach
    void emptyMailbox() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    @Test
    void mailIsSentInTheBackgroundAndTheNotificationGoesByItself() throws MessagingException {
        Page page = open("mail");
        History notifications = History.of(page, "#notifications");

        page.getByLabel("Your name").fill("Ada");
        page.getByLabel("Message").fill("When does the library open?\nOn Sunday?");
        CountDownLatch free = new CountDownLatch(1);
        try {
            // As long as no thread is free, no mail is sent: the form does not wait for it.
            for (int i = 0; i < executor.getCorePoolSize(); i++) {
                executor.execute(() -> ProcessingBrowserTests.await(free));
            }
            button(demo(page), "Send").click();
            assertThat(page.getByLabel("Your name")).hasValue("");
            assertThat(page.getByLabel("Message")).hasValue("");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            free.countDown();
        }
        notifications.awaitText("Message sent");
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Contact from Ada");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("contact@localhost");
        assertThat(GreenMailUtil.getBody(mail)).isEqualToNormalizingNewlines("When does the library open?\nOn Sunday?");
        assertThat(page.locator("#notifications > *")).hasCount(0);
    }

    @Test
    void nameAddsNoHeadersAndEmptyMessagesAreNotSent() throws MessagingException {
        Page page = open("mail");
        History notifications = History.of(page, "#notifications");

        page.getByLabel("Your name").fill("Ada");
        button(demo(page), "Send").click();
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Please give your name and a message.");
        assertThat(page.getByLabel("Your name")).hasValue("Ada");

        // A field for one line has none, but anybody can send what a field has not.
        page.getByLabel("Your name").evaluate("field => field.type = 'hidden'");
        page.locator("#name").evaluate("field => field.value = 'Ada\\r\\nBcc: everybody@localhost'");
        page.getByLabel("Message").fill("Hello");
        button(demo(page), "Send").click();

        notifications.awaitText("Message sent");
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Contact from Ada Bcc: everybody@localhost");
        assertThat(mail.getHeader("Bcc")).isNull();
    }

    @Test
    void senderIsToldWhenTheMailServerIsDown() {
        Page page = open("mail");
        History notifications = History.of(page, "#notifications");
        server.stop();
        try {
            page.getByLabel("Your name").fill("Ada");
            page.getByLabel("Message").fill("Is anybody there?");
            button(demo(page), "Send").click();

            notifications.awaitText("The message could not be sent");
        } finally {
            server.reset();
        }
    }
}
