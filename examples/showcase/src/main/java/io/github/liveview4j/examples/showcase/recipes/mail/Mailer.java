package io.github.liveview4j.examples.showcase.recipes.mail;

import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;

@Service
class Mailer {

    private static final Logger log = LoggerFactory.getLogger(Mailer.class);

    private final MailSender sender;

    Mailer(ObjectProvider<MailSender> senders) {
        this.sender = senders.getIfAvailable(LoggedMail::new);
    }

    @Async
    CompletableFuture<Void> send(String name, String message) {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom("showcase@localhost");
        mail.setTo("contact@localhost");
        // A line break in a header would start the next one.
        mail.setSubject("Contact from " + name.replaceAll("\\s+", " "));
        mail.setText(message);
        try {
            sender.send(mail);
            return CompletableFuture.completedFuture(null);
        } catch (RuntimeException e) {
            log.error("A contact message could not be sent", e);
            return CompletableFuture.failedFuture(e);
        }
    }
}
