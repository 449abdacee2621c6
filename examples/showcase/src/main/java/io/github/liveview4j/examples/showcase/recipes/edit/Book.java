package io.github.liveview4j.examples.showcase.recipes.edit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record Book(
        int id,
        @NotBlank @Size(max = 80) String title,
        @NotBlank @Size(max = 80) String author) {}
