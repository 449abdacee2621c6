package io.github.liveview4j.examples.showcase.beside;

import static io.github.liveview4j.LiveViewMessage.outer;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A page with names that mean something to browsers: fields, by which a form hides what it has itself, and ids. */
@Controller
public class Names {

    /** Names of fields. */
    public static final List<String> FIELDS = List.of("""
            __proto__ constructor prototype toString id action method elements name form closest matches getAttribute
            setAttribute attributes children childNodes firstChild nextSibling parentNode querySelectorAll isConnected dataset
            localName tagName nodeType namespaceURI ownerDocument submit reset requestSubmit noValidate reportValidity
            addEventListener removeEventListener removeAttribute setAttributeNode dispatchEvent contains append remove
            replaceWith before after insertBefore moveBefore isEqualNode nodeValue classList hasAttribute
            getBoundingClientRect focus scrollIntoView isContentEditable tabIndex checked value type parentElement
            querySelector style hidden length __cleanup __edited""".split("\\s+"));

    private static final List<String> IDS = List.of("""
            LiveView webSocketConfig currentScript body head documentElement scripts activeElement location history
            trustedTypes WebSocket addEventListener matchMedia fetch""".split("\\s+"));

    @GetMapping("/beside/names")
    String page(Model model) {
        model.addAttribute("names", FIELDS).addAttribute("ids", IDS).addAttribute("value", "1");
        return "beside/names";
    }

    @LiveViewHandler("take_names")
    void take(LiveViewConsumer consumer, LiveViewContent content) {
        boolean isWhole = FIELDS.stream().allMatch(name -> "1".equals(content.form(name)));
        consumer.send(
                outer("#f")
                        .template("beside/names :: form")
                        .with("names", FIELDS)
                        .with("value", "2"),
                replace("#taken")
                        .text((isWhole ? "All" : "Not all") + " taken, with " + content.data("__proto__") + " and "
                                + content.data("constructor")));
    }
}
