package io.github.liveview4j.examples.showcase.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The start page and the page to sign in at; and, as advice, what the frame around every page needs. */
@Controller
@ControllerAdvice
class CataloguePages {

    private static final String RECIPES = "/recipes/";

    private final Catalogue catalogue;
    private final Sources sources;

    CataloguePages(Catalogue catalogue, Sources sources) {
        this.catalogue = catalogue;
        this.sources = sources;
    }

    @GetMapping("/")
    String index() {
        return "index";
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }

    @ModelAttribute("catalogue")
    Map<String, List<Recipe>> catalogue() {
        return catalogue.byGroup();
    }

    @ModelAttribute
    void recipe(HttpServletRequest request, @Nullable Principal user, Model model) {
        model.addAttribute("user", user == null ? null : user.getName());
        find(request).ifPresent(recipe -> {
            model.addAttribute("recipe", recipe);
            model.addAttribute("sources", sources.of(recipe));
        });
    }

    private Optional<Recipe> find(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith(RECIPES) ? catalogue.find(path.substring(RECIPES.length())) : Optional.empty();
    }
}
