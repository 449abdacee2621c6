package io.github.liveview4j.test;

import io.github.liveview4j.test.TestBrowser.Question;
import io.github.liveview4j.test.html.Constraints;
import io.github.liveview4j.test.html.Dataset;
import io.github.liveview4j.test.html.DomEvent;
import io.github.liveview4j.test.html.Fields;
import io.github.liveview4j.test.html.FormData;
import io.github.liveview4j.test.html.Key;
import io.github.liveview4j.test.html.Listeners;
import io.github.liveview4j.test.html.Outline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Who uses the page: sends events through it as a browser does, and does what the browser does by itself where nobody prevents it.
 *
 * <p>Calls are made at once, and answered when the page {@link LivePage#settle settles}. Guarded by the lock of its page.
 */
final class PageUser {

    private final LivePage page;
    private final List<PageCall> made = new ArrayList<>();
    private final Set<Element> appeared = Collections.newSetFromMap(new WeakHashMap<>());

    PageUser(LivePage page) {
        this.page = page;
    }

    /** Returns the calls that were made since this was asked last. */
    List<PageCall> takeCalls() {
        List<PageCall> calls = List.copyOf(made);
        made.clear();
        return calls;
    }

    void click(Element element) {
        expectEnabled(element);
        if (!pressed(element)) {
            throw new AssertionError("Nothing comes of a click on " + Outline.of(element)
                    + ": expected an action such as data-action=\"click->page#run\" on it or around it, a button of a form, or a "
                    + "link; got none"
                    + (Listeners.isLive(element) ? "" : ", and it stands in no element with data-controller=\"page\""));
        }
    }

    /** Returns whether anything came of it. */
    private boolean pressed(Element element) {
        if (Fields.isCheckable(element)) {
            tick(element);
            return true;
        }
        DomEvent click = new DomEvent("click", element);
        boolean isHeard = dispatch(click);
        return (!click.isPrevented() && activate(element)) || isHeard;
    }

    private void tick(Element field) {
        boolean before = page.document().fields().isChecked(field);
        boolean isRadio = Fields.type(field).equals("radio");
        page.document().fields().check(field, isRadio || !before);
        DomEvent click = new DomEvent("click", field);
        dispatch(click);
        if (click.isPrevented()) {
            page.document().fields().check(field, before);
        } else if (!isRadio || !before) {
            dispatch(new DomEvent("input", field));
            dispatch(new DomEvent("change", field));
        }
    }

    /** What the browser does by itself. */
    private boolean activate(Element element) {
        for (Element one = element; one != null; one = one.parent()) {
            if (FormData.isSubmitButton(one)) {
                requestSubmit(Objects.requireNonNull(FormData.formAround(one)), one);
                return true;
            }
            if (one.nameIs("a") && one.hasAttr("href")) {
                follow(one.attr("href"));
                return true;
            }
            if (one.nameIs("button") && Fields.type(one).equals("reset")) {
                Element form = FormData.formAround(one);
                if (form != null) {
                    FormData.elements(form).forEach(page.document().fields()::reset);
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
                return control != null && !FormData.isDisabled(control) && pressed(control);
            }
        }
        return false;
    }

    private void toggle(Element details) {
        details.attr("open", !details.hasAttr("open"));
        dispatch(new DomEvent("toggle", details));
    }

    private void follow(String href) {
        String address = href.trim();
        if (!address.startsWith("#") && !address.startsWith("javascript:")) {
            page.leave(Question.get(TestBrowser.resolve(page.url(), address)));
        }
    }

    void submit(Element element) {
        if (FormData.isSubmitButton(element)) {
            click(element);
            return;
        }
        Element form = FormData.formAround(element);
        if (form == null) {
            throw new AssertionError("Expected a form to submit, or something in one; got " + Outline.of(element));
        }
        List<Element> buttons = FormData.elements(form).stream()
                .filter(FormData::isSubmitButton)
                .toList();
        if (!buttons.isEmpty()) {
            click(buttons.get(0));
        } else if (!pressOnEnter(form)) {
            requestSubmit(form, null);
        }
    }

    private void requestSubmit(Element form, @Nullable Element submitter) {
        Constraints.violation(form, submitter, page.document().fields()).ifPresent(problem -> {
            throw new AssertionError("A browser does not submit " + Outline.of(form) + ": " + problem);
        });
        DomEvent submit = DomEvent.submit(form, submitter);
        dispatch(submit);
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

    void input(Element field, String value) {
        expectEnabled(field);
        if (!Fields.isField(field)
                || Fields.isCheckable(field)
                || field.nameIs("select")
                || field.hasAttr("readonly")) {
            throw new AssertionError("Expected a field to type into, got " + Outline.of(field)
                    + (field.hasAttr("readonly") ? ", which is read-only" : ""));
        }
        page.updates().focused(field);
        page.document().fields().value(field, value);
        dispatch(new DomEvent("input", field));
    }

    void choose(Element select, List<String> wanted) {
        expectEnabled(select);
        if (!select.nameIs("select")) {
            throw new AssertionError("Expected a select to choose in, got " + Outline.of(select));
        }
        List<Element> options = select.select("option");
        List<String> values = new ArrayList<>();
        for (String one : wanted) {
            Element option = options.stream()
                    .filter(each ->
                            Fields.optionValue(each).equals(one) || each.text().equals(one))
                    .findFirst()
                    .orElseThrow(() ->
                            new AssertionError("Expected an option \"" + one + "\" in " + Outline.of(select) + ", got "
                                    + options.stream().map(Fields::optionValue).toList()));
            expectEnabled(option);
            values.add(Fields.optionValue(option));
        }
        page.updates().focused(select);
        page.document().fields().select(select, values);
        dispatch(new DomEvent("input", select));
    }

    void tickTo(Element field, boolean checked) {
        expectEnabled(field);
        if (!Fields.isCheckable(field)) {
            throw new AssertionError("Expected a checkbox or a radio button, got " + Outline.of(field));
        }
        if (page.document().fields().isChecked(field) != checked) {
            if (!checked && Fields.type(field).equals("radio")) {
                throw new AssertionError(
                        "A radio button is not unticked, but another one ticked: " + Outline.of(field));
            }
            pressed(field);
        }
    }

    void fire(Element element, String event) {
        if (!dispatch(new DomEvent(event, element))) {
            throw new AssertionError("Nothing comes of the event " + event + " on " + Outline.of(element)
                    + ": nothing listens to it there or around it");
        }
    }

    void happen(Element element, String event) {
        dispatch(new DomEvent(event, element));
    }

    void press(Element element, Key key) {
        expectEnabled(element);
        DomEvent down = DomEvent.key(element, key);
        boolean isHeard = dispatch(down);
        boolean isDone = !down.isPrevented() && pressBySelf(element, key);
        if (!isHeard && !isDone) {
            throw new AssertionError("Nothing comes of the key " + key + " on " + Outline.of(element)
                    + ": nothing listens to it there or around it");
        }
    }

    private boolean pressBySelf(Element element, Key key) {
        if (key.name().equals("esc") && element.closest("dialog[open]") != null) {
            Objects.requireNonNull(element.closest("dialog[open]")).removeAttr("open");
            return true;
        }
        if (element.nameIs("button") || (element.nameIs("a") && key.name().equals("enter"))) {
            return (key.name().equals("enter") || key.name().equals("space")) && pressed(element);
        }
        Element form = FormData.formAround(element);
        if (!key.name().equals("enter") || !element.nameIs("input") || form == null) {
            return false;
        }
        List<Element> buttons = FormData.elements(form).stream()
                .filter(FormData::isSubmitButton)
                .toList();
        if (!buttons.isEmpty()) {
            return !FormData.isDisabled(buttons.get(0)) && pressed(buttons.get(0));
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
    private boolean pressOnEnter(Element form) {
        if (form.hasAttr("action") || form.attr("data-action").matches("(.*\\s)?(submit\\S*->|[^\\s>]+(\\s|$)).*")) {
            return false;
        }
        return FormData.elements(form).stream()
                .filter(one -> Fields.type(one).equals("button")
                        && one.hasAttr("data-liveview-function")
                        && one.attr("data-action").matches("(.*\\s)?(click\\S*->)?page#run([\\s:].*)?")
                        && !FormData.isDisabled(one))
                .findFirst()
                .map(this::pressed)
                .orElse(false);
    }

    void view(Element element, String change) {
        String function = element.attr("data-liveview-intersect-" + change);
        if (function.isEmpty()) {
            throw new AssertionError(
                    "Expected data-liveview-intersect-" + change + " on " + Outline.of(element) + ", got none");
        }
        boolean isTold = change.equals("appear") && !appeared.add(element);
        if (!isTold || element.attr("data-liveview-intersect-repeat").equals("true")) {
            call(element, function, null, false);
        }
    }

    private boolean dispatch(DomEvent event) {
        return listeners.dispatch(page.document().document(), event);
    }

    private final Listeners listeners = new Listeners(this::run);

    private void run(Element element, String function, DomEvent event) {
        if (function.isEmpty()) {
            throw new AssertionError(Outline.of(element) + " has the action page#run and no data-liveview-function");
        }
        Element form = FormData.isSubmitButton(element) ? FormData.formAround(element) : null;
        if (event.type().equals("click") && form != null) {
            Constraints.violation(form, element, page.document().fields()).ifPresent(problem -> {
                throw new AssertionError("A browser does not submit " + Outline.of(form) + ": " + problem);
            });
        }
        Element submitter = event.submitter() != null ? event.submitter() : form == null ? null : element;
        call(
                element,
                function,
                submitter,
                event.type().equals("submit") || event.type().equals("click"));
    }

    private void call(Element element, String function, @Nullable Element submitter, boolean isFinal) {
        made.add(page.call(
                element,
                function,
                Dataset.of(element),
                FormData.of(element, submitter, page.document().fields()),
                isFinal));
    }

    private static void expectEnabled(Element element) {
        if (FormData.isDisabled(element)) {
            throw new AssertionError("Expected an element that is enabled, got the disabled " + Outline.of(element));
        }
    }
}
