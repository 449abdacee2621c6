package io.github.liveview4j.examples.showcase.docs;

/** What somebody has ordered. */
record Order(int id, String owner, String state) {}
