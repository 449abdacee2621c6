package io.github.liveview4j.examples.showcase.recipes.mail;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.remove;
import static io.github.liveview4j.LiveViewMessage.replace;
import static org.springframework.util.StringUtils.truncate;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewTasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Mail {

    private static final Logger log = LoggerFactory.getLogger(Mail.class);

    private final Mailer mailer;
    private final LiveViewTasks tasks;
    private final TaskScheduler scheduler;
    private final Duration time;

    Mail(
            Mailer mailer,
            LiveViewTasks tasks,
            TaskScheduler scheduler,
            @Value("${showcase.mail-notification-time:3s}") Duration time) {
        this.mailer = mailer;
        this.tasks = tasks;
        this.scheduler = scheduler;
        this.time = time;
    }

    @GetMapping("/recipes/mail")
    String page() {
        return "recipes/mail";
    }

    @LiveViewHandler("send_contact_message")
    void sendContactMessage(LiveViewConsumer consumer, LiveViewContent content) {
        String name = truncate(content.form("name").strip(), 80);
        String message = truncate(content.form("message").strip(), 2000);
        if (name.isEmpty() || message.isEmpty()) {
            consumer.send(replace("#contact-error").text("Please give your name and a message."));
            return;
        }
        tasks.on(consumer)
                .meanwhile(replace("#contact-form").template("recipes/mail :: form"))
                .otherwise(failure -> {
                    log.error("A contact message could not be sent", failure);
                    return notification(consumer, "The message could not be sent");
                })
                .start(() -> {
                    mailer.send(name, message);
                    return notification(consumer, "Message sent");
                });
    }

    private LiveViewMessage notification(LiveViewConsumer consumer, String text) {
        String id = "notification-" + UUID.randomUUID();
        scheduler.schedule(() -> consumer.send(remove("#" + id)), Instant.now().plus(time));
        return append("#notifications")
                .template("recipes/mail :: notification")
                .with("id", id)
                .with("text", text);
    }
}
