package io.github.liveview4j.examples.showcase.recipes.contact;

import io.github.liveview4j.LiveViewContent;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

record ContactForm(
        @NotBlank @Size(max = 80) String fullName,
        @NotBlank @Email String email,
        List<String> topics,
        @Size(min = 10, max = 1000) String message) {

    static final ContactForm EMPTY = new ContactForm("", "", List.of(), "");

    static ContactForm of(LiveViewContent content) {
        return new ContactForm(
                content.form("fullName"),
                content.form("email").strip(),
                content.formAll("topics"),
                content.form("message").strip());
    }
}
