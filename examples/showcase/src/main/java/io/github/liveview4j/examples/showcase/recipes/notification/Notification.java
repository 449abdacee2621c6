package io.github.liveview4j.examples.showcase.recipes.notification;

import io.github.liveview4j.LiveViewHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Notification {

    private final Announcements announcements;

    Notification(Announcements announcements) {
        this.announcements = announcements;
    }

    @GetMapping("/recipes/notification")
    String page() {
        return "recipes/notification";
    }

    @LiveViewHandler("send_notification")
    void sendNotification() {
        announcements.announce("New update available");
    }
}
