package io.github.liveview4j.examples.showcase.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The recipes, in the order in which a reader meets them. Immutable, for any thread. */
@Component
public final class Catalogue {

    private static final String FIRST = "First steps";
    private static final String FORMS = "Forms and fields";
    private static final String LISTS = "Lists and loading";
    private static final String EVERYBODY = "Many pages at once";
    private static final String APPLICATION = "In an application";

    private final List<Recipe> recipes = List.of(
            new Recipe("hello", FIRST, "Say hello", "A form, a handler, and the fragment that both views share."),
            new Recipe("replace", FIRST, "Replace", "The inside of an element changes at a click."),
            new Recipe("append", FIRST, "Append", "A row is added at the end of a list."),
            new Recipe("remove", FIRST, "Remove", "A row goes; its button says which."),
            new Recipe("navigate", FIRST, "URL and title", "Content, address and title change together."),
            new Recipe("scroll", FIRST, "Scroll", "To a section, and back to the top."),
            new Recipe("modal", FIRST, "Data attributes", "A modal is opened from three data attributes."),
            new Recipe(
                    "dialog",
                    FIRST,
                    "Dialog with overlay",
                    "A click on the overlay closes it, a click inside does not."),
            new Recipe("keyboard", FIRST, "Keyboard shortcuts", "Keys call handlers and leave typing alone."),
            new Recipe(
                    "contact",
                    FORMS,
                    "Contact form",
                    "Bean Validation checks what was sent; errors stand beside their fields."),
            new Recipe("validate", FORMS, "Validate on blur", "A field is checked when it is left."),
            new Recipe("edit", FORMS, "Edit with auto-focus", "A form appears with the cursor in its first field."),
            new Recipe(
                    "counter", FORMS, "Counter with init", "An element asks for its content as soon as it is there."),
            new Recipe(
                    "infinite-scroll",
                    LISTS,
                    "Infinite scroll",
                    "The next page of a few thousand rows is loaded when the end of the list comes near."),
            new Recipe(
                    "search",
                    LISTS,
                    "Search",
                    "The same search at every key, after a pause, and at most twice a second."),
            new Recipe(
                    "processing",
                    LISTS,
                    "Processing, done",
                    "Slow work goes on in the background and tells the page when it is done."),
            new Recipe("notify", EVERYBODY, "Notify all", "One page sends, every page shows."),
            new Recipe(
                    "notification",
                    EVERYBODY,
                    "A notification that goes by itself",
                    "Sent from a scheduler, outside any handler, and removed after five seconds."),
            new Recipe(
                    "private-room",
                    EVERYBODY,
                    "A room by random id",
                    "Who has the address shares the page; nobody can guess it."),
            new Recipe(
                    "shared-room",
                    EVERYBODY,
                    "A room with a door",
                    "A room with a name that anybody could guess, which an authoriser guards."),
            new Recipe(
                    "blog",
                    APPLICATION,
                    "Blog with comments",
                    "Articles and comments of a database, and an answer for the article that is not there."),
            new Recipe(
                    "mail",
                    APPLICATION,
                    "Mail in the background",
                    "The form is answered at once, the mail is sent meanwhile."),
            new Recipe("language", APPLICATION, "Two languages", "The page and its handlers agree about the language."),
            new Recipe(
                    "middleware",
                    APPLICATION,
                    "Middleware",
                    "One link asks who is signed in, another writes down every call."),
            new Recipe(
                    "custom-path",
                    APPLICATION,
                    "Custom path",
                    "The endpoint of this showcase has an address of its own."));

    /** Returns all recipes. */
    public List<Recipe> all() {
        return recipes;
    }

    /** Returns the recipes by the heading they stand under, both in order. */
    public Map<String, List<Recipe>> byGroup() {
        return recipes.stream().collect(Collectors.groupingBy(Recipe::group, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * Finds a recipe.
     *
     * @param id the last segment of its address
     */
    public Optional<Recipe> find(String id) {
        return recipes.stream().filter(recipe -> recipe.id().equals(id)).findFirst();
    }
}
