package io.github.liveview4j.spring.method.forms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form of many kinds of fields. */
public record Order(
        @NotBlank(message = "name is missing") @Nullable String name,

        @NotEmpty(message = "e-mail is missing") @Email(message = "e-mail is wrong") @Nullable
        String email,

        @Min(value = 1, message = "at least one") @Nullable Integer quantity,
        @Nullable List<String> tags,
        @Valid @Nullable Address address,
        @Nullable List<Item> items) {

    public record Address(
            @NotBlank(message = "street is missing") @Nullable
            String street) {}

    public record Item(@Nullable String article, @Nullable Integer count) {}
}
