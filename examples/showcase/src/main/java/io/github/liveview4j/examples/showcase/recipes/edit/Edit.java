package io.github.liveview4j.examples.showcase.recipes.edit;

import static io.github.liveview4j.LiveViewMessage.outer;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
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
    LiveViewMessage openEditForm(int id) {
        return outer("#book-" + id).template("recipes/edit :: form").with("book", find(id));
    }

    @LiveViewHandler("save_item")
    LiveViewMessage saveItem(@Valid Book book, BindingResult errors) {
        Book old = find(book.id());
        Book saved = new Book(
                old.id(),
                errors.hasFieldErrors("title") ? old.title() : book.title(),
                errors.hasFieldErrors("author") ? old.author() : book.author());
        books.put(saved.id(), saved);
        return row(saved);
    }

    @LiveViewHandler("close_edit_form")
    LiveViewMessage closeEditForm(int id) {
        return row(find(id));
    }

    private Book find(int id) {
        return Optional.ofNullable(books.get(id)).orElseThrow();
    }

    private static LiveViewMessage row(Book book) {
        String row = "#book-" + book.id();
        return outer(row).template("recipes/edit :: row").with("book", book).focus(row + " button");
    }
}
