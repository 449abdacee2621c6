package io.github.liveview4j.examples.showcase.catalogue;

/**
 * A file that a recipe is made of.
 *
 * @param name the file's name
 * @param code what stands in it, without the lines that every file has
 */
public record Source(String name, String code) {}
