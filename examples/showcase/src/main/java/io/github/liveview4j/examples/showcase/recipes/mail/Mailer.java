package io.github.liveview4j.examples.showcase.recipes.mail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Service;

@Service
class Mailer {

    private final MailSender sender;

    Mailer(ObjectProvider<MailSender> senders) {
        this.sender = senders.getIfAvailable(LoggedMail::new);
    }

    void send(String name, String message) {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom("showcase@localhost");
        mail.setTo("contact@localhost");
        // A line break in a header would start the next one.
        mail.setSubject("Contact from " + name.replaceAll("\\s+", " "));
        mail.setText(message);
        sender.send(mail);
    }
}
