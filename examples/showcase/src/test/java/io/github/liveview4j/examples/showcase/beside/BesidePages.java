package io.github.liveview4j.examples.showcase.beside;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A page for each library, with the strictest policy that the library can live with, and what the server brings to it. */
@Controller
class BesidePages {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'";
    private static final String TYPES = "; require-trusted-types-for 'script'; trusted-types liveview";
    private static final String EVAL = "script-src 'self' 'unsafe-eval'";

    @GetMapping("/beside/stimulus")
    String stimulus(HttpServletResponse response) {
        return page("stimulus", POLICY + TYPES, response);
    }

    @GetMapping("/beside/htmx")
    String htmx(HttpServletResponse response) {
        return page("htmx", POLICY, response);
    }

    @GetMapping("/beside/alpine")
    String alpine(Model model, HttpServletResponse response) {
        model.addAttribute("version", 1);
        return page("alpine", POLICY.replace("script-src 'self'", EVAL), response);
    }

    @GetMapping("/beside/htmx/form")
    String form() {
        return "beside/htmx :: form";
    }

    @GetMapping("/beside/htmx/answer")
    String answer() {
        return "beside/htmx :: answer";
    }

    @LiveViewHandler("greet_beside")
    LiveViewMessage greet(LiveViewContent content) {
        return replace("#greeting").text("Hello, " + content.form("name", "World"));
    }

    @LiveViewHandler("bring_htmx")
    LiveViewMessage bringHtmx() {
        return replace("#brought").template("beside/htmx :: link");
    }

    @LiveViewHandler("bring_stimulus")
    LiveViewMessage bringStimulus() {
        return append("#brought").template("beside/stimulus :: item");
    }

    @LiveViewHandler("next_version")
    LiveViewMessage nextVersion(LiveViewContent content) {
        return replace("#plan").template("beside/alpine :: plan").with("version", content.data("version", 1) + 1);
    }

    @LiveViewHandler("bring_alpine")
    LiveViewMessage bringAlpine() {
        return append("#brought").template("beside/alpine :: item");
    }

    private static String page(String library, String policy, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", policy);
        return "beside/" + library;
    }
}
