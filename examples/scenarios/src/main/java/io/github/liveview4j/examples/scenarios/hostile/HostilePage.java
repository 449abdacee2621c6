package io.github.liveview4j.examples.scenarios.hostile;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.element;
import static io.github.liveview4j.LiveViewMessage.error;
import static io.github.liveview4j.LiveViewMessage.outer;
import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.Selectors;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A page that gets a stranger's text in every way there is. For any thread. */
@Controller
class HostilePage {

    /** The strict policy of the guide, but for the icon of these pages. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types liveview";

    /** What is typed into the form. */
    record Note(String note) {}

    private final LiveViewBroadcaster live;

    HostilePage(LiveViewBroadcaster live) {
        this.live = live;
    }

    @GetMapping("/hostile")
    String show(
            @RequestParam(defaultValue = "false") boolean strict,
            @RequestParam(defaultValue = "") List<String> stored,
            Model model,
            HttpServletResponse response) {
        if (strict) {
            response.setHeader("Content-Security-Policy", POLICY);
        }
        model.addAttribute("stored", stored);
        model.addAttribute("note", new Note(stored.isEmpty() ? "" : stored.get(0)));
        return "hostile";
    }

    @LiveViewHandler("push_text")
    void pushText(LiveViewConsumer consumer, LiveViewContent content) {
        String text = content.data("text");
        consumer.send(
                replace("#text").text(text),
                append("#list").text(text),
                outer("#outer").html("<p id=\"outer\"></p>").title(text).announce(text),
                element("#attrs")
                        .attribute("title", text)
                        .attribute("data-note", text)
                        .attribute("aria-label", text)
                        .event(
                                "hostile",
                                Map.of("text", text, "__proto__", Map.of("polluted", text), "list", List.of(text))),
                replace("#template").template("hostile :: texts").with("text", text),
                replace("#named").template("hostile :: named").with("text", text));
        consumer.send(error(text));
        if (text.indexOf('\0') < 0 && text.indexOf('\r') < 0) {
            // These two the browser's parser turns into others.
            consumer.send(element(Selectors.id("named-" + text)).addClass("found"));
        }
        consumer.send(page().url("/hostile?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)));
        consumer.send(page().call("echo_text", Map.of("text", text, "__proto__", text)));
        live.to(LiveViewBroadcaster.page(consumer.id()))
                .send(replace("#broadcast").text(text));
    }

    @LiveViewHandler("echo_text")
    LiveViewMessage echoText(LiveViewContent content) {
        return replace("#echo").text(content.data("text"));
    }

    /** As an application shows a form again whose value is wrong. */
    @LiveViewHandler("push_form")
    void pushForm(LiveViewConsumer consumer, Note note, BindingResult errors) {
        errors.addError(new FieldError(
                "note", "note", note.note(), false, null, null, "Expected something else than " + note.note()));
        consumer.send(replace("#form").template("hostile :: form").with(errors.getModel()));
    }

    /** What an application must not do with a stranger's text. */
    @LiveViewHandler("push_html")
    LiveViewMessage pushHtml(LiveViewContent content) {
        return replace("#html").html(content.data("html"));
    }

    @LiveViewHandler("push_redirect")
    LiveViewMessage pushRedirect(LiveViewContent content) {
        return page().redirect(content.data("address"));
    }

    @LiveViewHandler("push_template")
    LiveViewMessage pushTemplate(LiveViewContent content) {
        return replace("#template").template(content.data("name"));
    }
}
