package io.github.liveview4j.examples.showcase.recipes.validate;

import static io.github.liveview4j.LiveViewMessage.element;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Validate {

    private static final Set<String> FIELDS = Set.of("name", "email");

    private final Validator validator;

    Validate(Validator validator) {
        this.validator = validator;
    }

    @GetMapping("/recipes/validate")
    String page() {
        return "recipes/validate";
    }

    @LiveViewHandler("validate_field")
    void validateField(LiveViewConsumer consumer, LiveViewContent content) {
        String field = content.data("field");
        // The name comes from the browser and becomes part of a selector below: none but these.
        if (!FIELDS.contains(field)) {
            throw new IllegalArgumentException("no field of this form");
        }
        String error = validator.validateValue(Account.class, field, content.form(field)).stream()
                .map(ConstraintViolation::getMessage)
                .findFirst()
                .orElse("");

        consumer.send(
                replace("#error-" + field)
                        .template("recipes/validate :: verdict")
                        .with("error", error),
                element("#" + field).attribute("aria-invalid", String.valueOf(!error.isEmpty())));
    }

    private record Account(
            @Size(min = 3, message = "must be at least 3 characters")
            String name,

            @NotBlank @Email String email) {}
}
