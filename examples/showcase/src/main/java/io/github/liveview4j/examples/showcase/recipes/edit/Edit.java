package io.github.liveview4j.examples.showcase.recipes.edit;

import static io.github.liveview4j.LiveViewMessage.outer;
import static org.springframework.util.StringUtils.truncate;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Edit {

    private final Map<Integer, Book> books = new ConcurrentSkipListMap<>(Map.of(
            1, new Book(1, "Emma", "Jane Austen"),
            2, new Book(2, "Silas Marner", "George Eliot"),
            3, new Book(3, "Villette", "Charlotte Brontë")));

    @GetMapping("/recipes/edit")
    String page(Model model) {
        model.addAttribute("books", books.values());
        return "recipes/edit";
    }

    @LiveViewHandler("open_edit_form")
    void openEditForm(LiveViewConsumer consumer, LiveViewContent content) {
        Book book = find(content);
        consumer.send(
                outer("#book-" + book.id()).template("recipes/edit :: form").with("book", book));
    }

    @LiveViewHandler("save_item")
    void saveItem(LiveViewConsumer consumer, LiveViewContent content) {
        Book old = find(content);
        Book book = new Book(
                old.id(),
                truncate(content.form("title", old.title()), 80),
                truncate(content.form("author", old.author()), 80));
        books.put(book.id(), book);
        consumer.send(row(book));
    }

    @LiveViewHandler("close_edit_form")
    void closeEditForm(LiveViewConsumer consumer, LiveViewContent content) {
        consumer.send(row(find(content)));
    }

    private Book find(LiveViewContent content) {
        return Optional.ofNullable(books.get(content.data("id", 0))).orElseThrow();
    }

    private static LiveViewMessage row(Book book) {
        String row = "#book-" + book.id();
        return outer(row).template("recipes/edit :: row").with("book", book).focus(row + " button");
    }
}
