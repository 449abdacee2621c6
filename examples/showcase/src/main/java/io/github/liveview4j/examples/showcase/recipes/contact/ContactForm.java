package io.github.liveview4j.examples.showcase.recipes.contact;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

record ContactForm(
        @NotBlank @Size(max = 80) String fullName,
        @NotBlank @Email String email,
        List<String> topics,
        @NotNull @Size(min = 10, max = 1000) String message) {}
