package io.github.liveview4j.test;

import io.github.liveview4j.test.TestBrowser.Question;
import io.github.liveview4j.test.html.Constraints;
import io.github.liveview4j.test.html.DomEvent;
import io.github.liveview4j.test.html.Fields;
import io.github.liveview4j.test.html.FormData;
import io.github.liveview4j.test.html.Key;
import io.github.liveview4j.test.html.Outline;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a browser does by itself after an event that nobody has prevented: it submits forms, follows links, ticks what a label is for.
 *
 * <p>Each tells whether there was anything to do. Guarded by the lock of its page.
 */
final class PageDefaults {

    private final LivePage page;
    private final PageUser user;

    PageDefaults(LivePage page, PageUser user) {
        this.page = page;
        this.user = user;
    }

    boolean click(Element element) {
        for (Element one = element; one != null; one = one.parent()) {
            if (FormData.isSubmitButton(one)) {
                requestSubmit(Objects.requireNonNull(FormData.formAround(one)), one);
                return true;
            }
            if (one.nameIs("a") && one.hasAttr("href")) {
                follow(one.attr("href"));
                return true;
            }
            if ((one.nameIs("button") || one.nameIs("input"))
                    && Fields.type(one).equals("reset")) {
                Element form = FormData.formAround(one);
                if (form != null) {
                    FormData.elements(form).forEach(page.document().fields()::reset);
                    user.dispatch(new DomEvent("reset", form));
                }
                return true;
            }
            if (one.nameIs("summary") && one.parent() != null && one.parent().nameIs("details")) {
                toggle(one.parent());
                return true;
            }
            if (one.nameIs("label")) {
                Element control = one.hasAttr("for")
                        ? page.document().document().getElementById(one.attr("for"))
                        : one.selectFirst("input,select,textarea,button");
                return control != null && !FormData.isDisabled(control) && user.pressed(control);
            }
        }
        return false;
    }

    private void toggle(Element details) {
        details.attr("open", !details.hasAttr("open"));
        user.dispatch(new DomEvent("toggle", details));
    }

    private void follow(String href) {
        String address = href.trim();
        if (!address.startsWith("#") && !address.startsWith("javascript:")) {
            page.leave(Question.get(TestBrowser.resolve(page.url(), address)));
        }
    }

    boolean press(Element element, Key key) {
        if (key.name().equals("esc") && element.closest("dialog[open]") != null) {
            Objects.requireNonNull(element.closest("dialog[open]")).removeAttr("open");
            return true;
        }
        if (element.nameIs("button") || (element.nameIs("a") && key.name().equals("enter"))) {
            return (key.name().equals("enter") || key.name().equals("space")) && user.pressed(element);
        }
        Element form = FormData.formAround(element);
        if (!key.name().equals("enter") || !element.nameIs("input") || form == null) {
            return false;
        }
        List<Element> buttons = FormData.elements(form).stream()
                .filter(FormData::isSubmitButton)
                .toList();
        if (!buttons.isEmpty()) {
            return !FormData.isDisabled(buttons.get(0)) && user.pressed(buttons.get(0));
        }
        if (pressOnEnter(form)) {
            return true;
        }
        long texts = FormData.elements(form).stream()
                .filter(field -> field.nameIs("input")
                        && !Fields.isCheckable(field)
                        && !Fields.type(field).equals("hidden"))
                .count();
        if (texts == 1) {
            requestSubmit(form, null);
        }
        return texts == 1;
    }

    /** The client presses the button of a form that has none to submit it and is not submitted in another way. */
    boolean pressOnEnter(Element form) {
        if (form.hasAttr("action") || form.attr("data-action").matches("(.*\\s)?(submit\\S*->|[^\\s>]+(\\s|$)).*")) {
            return false;
        }
        return FormData.elements(form).stream()
                .filter(one -> Fields.type(one).equals("button")
                        && one.hasAttr("data-liveview-function")
                        && one.attr("data-action").matches("(.*\\s)?(click\\S*->)?page#run([\\s:].*)?")
                        && !FormData.isDisabled(one))
                .findFirst()
                .map(user::pressed)
                .orElse(false);
    }

    /** Submits a form as its button does, or where there is none, as the browser does. */
    void requestSubmit(Element form, @Nullable Element submitter) {
        Constraints.violation(form, submitter, page.document().fields()).ifPresent(problem -> {
            throw new AssertionError("A browser does not submit " + Outline.of(form) + ": " + problem);
        });
        DomEvent submit = DomEvent.submit(form, submitter);
        user.dispatch(submit);
        if (!submit.isPrevented()) {
            send(form, submitter);
        }
    }

    /** The browser sends the form by itself, and leaves the page. */
    private void send(Element form, @Nullable Element submitter) {
        String action = attribute("formaction", submitter, "action", form);
        boolean isPost = attribute("formmethod", submitter, "method", form).equalsIgnoreCase("post");
        String address = TestBrowser.resolve(page.url(), action.isEmpty() ? page.url() : action);
        page.leave(Question.of(
                isPost, address, FormData.of(form, submitter, page.document().fields())));
    }

    private static String attribute(String ofButton, @Nullable Element button, String ofForm, Element form) {
        return button != null && button.hasAttr(ofButton) ? button.attr(ofButton) : form.attr(ofForm);
    }
}
