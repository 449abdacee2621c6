package io.github.liveview4j.examples.showcase.recipes.edit;

record Book(int id, String title, String author) {}
