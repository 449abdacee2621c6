package io.github.liveview4j.examples.showcase.recipes.validate;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Validate {

    @GetMapping("/recipes/validate")
    String page(Account account) {
        return "recipes/validate";
    }

    @LiveViewHandler("validate_account")
    LiveViewMessage validateAccount(@Valid Account account, BindingResult errors, LiveViewContent content) {
        return replace("#account").template("recipes/validate :: fields").with("call", content);
    }

    record Account(
            @Size(min = 3, message = "must be at least 3 characters")
            String name,

            @NotBlank @Email String email) {}
}
