package io.github.liveview4j.examples.showcase.recipes.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/** Stands in where no {@code spring.mail.host} is configured. What people wrote does not belong into a log. */
class LoggedMail implements MailSender {

    private static final Logger log = LoggerFactory.getLogger(LoggedMail.class);

    @Override
    public void send(SimpleMailMessage... mails) {
        for (SimpleMailMessage mail : mails) {
            String text = String.valueOf(mail.getText());
            log.info("A mail of {} characters is not sent: spring.mail.host is not configured", text.length());
        }
    }
}
