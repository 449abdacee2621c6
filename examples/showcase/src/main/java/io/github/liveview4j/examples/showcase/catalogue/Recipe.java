package io.github.liveview4j.examples.showcase.catalogue;

/**
 * One page of the showcase.
 *
 * @param id the last segment of its address and the name of its template; its package has the same name without hyphens
 * @param group the heading it stands under
 * @param title what it is called
 * @param summary what it shows, in a sentence
 */
public record Recipe(String id, String group, String title, String summary) {}
