package io.github.liveview4j.spring.method.forms;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import jakarta.validation.Valid;
import java.beans.PropertyEditorSupport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Handlers with forms. */
class OrderHandlers {

    private static LiveViewMessage text(Object text) {
        return replace("#t").text(String.valueOf(text));
    }

    private static LiveViewMessage form() {
        return replace("#t").template("forms/order :: form");
    }

    @LiveViewHandler
    LiveViewMessage order(@Valid Order order, BindingResult errors) {
        if (order.quantity() != null && order.quantity() == 13) {
            errors.reject("unlucky", "not thirteen");
        }
        return errors.hasErrors() ? form() : text(order);
    }

    @LiveViewHandler("order_count")
    LiveViewMessage orderCount(@Valid Order order, BindingResult errors) {
        return text(errors.getFieldErrors().stream()
                .map(error -> error.getField())
                .sorted()
                .collect(Collectors.joining(",")));
    }

    @LiveViewHandler("order_sent")
    void orderSent(@Valid Order order, BindingResult errors, LiveViewConsumer page) {
        page.send(form());
    }

    @LiveViewHandler("order_later")
    CompletionStage<LiveViewMessage> orderLater(@Valid Order order, BindingResult errors) {
        return CompletableFuture.supplyAsync(OrderHandlers::form);
    }

    @LiveViewHandler("order_with")
    LiveViewMessage orderWith(@Valid Order order, BindingResult errors) {
        return form().with("order", new Order("Own", "own@example.org", 4, null, null, null));
    }

    @LiveViewHandler("order_strict")
    LiveViewMessage orderStrict(@Valid Order order) {
        return text("ran");
    }

    @LiveViewHandler("order_told")
    LiveViewMessage orderTold(@Valid Order order) {
        return text("ran");
    }

    @LiveViewHandler("order_unchecked")
    LiveViewMessage orderUnchecked(Order order) {
        return text(order);
    }

    @LiveViewHandler("order_named")
    LiveViewMessage orderNamed(@ModelAttribute("order") Profile profile, BindingResult errors, Model model) {
        return text(model.asMap().keySet().stream().sorted().toList());
    }

    @LiveViewHandler("noted")
    List<LiveViewMessage> noted(Model model) {
        model.addAttribute("note", "from the model");
        return List.of(replace("#t").template("forms/order :: note"));
    }

    @LiveViewHandler("profile")
    LiveViewMessage profile(Profile profile) {
        return text(describe(profile));
    }

    @LiveViewHandler("trimmed")
    LiveViewMessage trimmed(@ModelAttribute("trimmed") Profile profile, @ModelAttribute("other") Profile other) {
        return text(profile.getNick() + "|" + other.getNick());
    }

    @LiveViewHandler("own_binder")
    LiveViewMessage ownBinder(@ModelAttribute("loud") Profile profile) {
        return text(profile.getNick());
    }

    @InitBinder("loud")
    void loud(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(text.toUpperCase(java.util.Locale.ROOT));
            }
        });
    }

    /** A form that may be in itself. */
    record Nested(@Nullable Nested child, @Nullable String text) {}

    @LiveViewHandler
    LiveViewMessage nested(Nested nested) {
        return text(nested);
    }

    /** A form that can be made of a text. */
    record Code(@Nullable String value) {

        static Code valueOf(String text) {
            return new Code(text);
        }
    }

    @LiveViewHandler
    LiveViewMessage code(Code code) {
        return text(code);
    }

    private static String describe(Profile profile) {
        return profile.getNick() + " shown=" + profile.isShown() + " admin=" + profile.isAdmin() + " lines="
                + profile.getLines().stream().map(Profile.Line::getText).toList() + " friend="
                + (profile.getFriend() == null ? "none" : describe(profile.getFriend()));
    }
}
