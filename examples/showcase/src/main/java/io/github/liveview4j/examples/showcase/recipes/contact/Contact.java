package io.github.liveview4j.examples.showcase.recipes.contact;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Contact {

    @GetMapping("/recipes/contact")
    String page(ContactForm form) {
        return "recipes/contact";
    }

    @LiveViewHandler("submit_contact")
    LiveViewMessage submitContact(@Valid ContactForm form, BindingResult errors) {
        LiveViewMessage answer = replace("#contact-container");
        return errors.hasErrors()
                ? answer.template("recipes/contact :: form").focus("#contact-container [aria-invalid]")
                : answer.template("recipes/contact :: thanks").focus("#thanks");
    }
}
