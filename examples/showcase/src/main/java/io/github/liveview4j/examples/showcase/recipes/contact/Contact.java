package io.github.liveview4j.examples.showcase.recipes.contact;

import static io.github.liveview4j.LiveViewMessage.replace;
import static java.util.stream.Collectors.toMap;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Contact {

    private final Validator validator;

    Contact(Validator validator) {
        this.validator = validator;
    }

    @GetMapping("/recipes/contact")
    String page(Model model) {
        model.addAttribute("form", ContactForm.EMPTY);
        model.addAttribute("errors", Map.of());
        return "recipes/contact";
    }

    @LiveViewHandler("submit_contact")
    void submitContact(LiveViewConsumer consumer, LiveViewContent content) {
        ContactForm form = ContactForm.of(content);
        Map<String, String> errors = validator.validate(form).stream()
                .collect(toMap(
                        violation -> violation.getPropertyPath().toString(),
                        ConstraintViolation::getMessage,
                        (first, second) -> first));

        if (errors.isEmpty()) {
            consumer.send(replace("#contact-container")
                    .template("recipes/contact :: thanks")
                    .with("form", form)
                    .focus("#thanks"));
        } else {
            consumer.send(replace("#contact-container")
                    .template("recipes/contact :: form")
                    .with("form", form)
                    .with("errors", errors)
                    .focus("#contact-container [aria-invalid]"));
        }
    }
}
