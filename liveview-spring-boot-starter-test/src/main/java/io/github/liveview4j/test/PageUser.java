package io.github.liveview4j.test;

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
    private final PageDefaults defaults;
    private final Listeners listeners = new Listeners(this::run);
    private final List<PageCall> made = new ArrayList<>();
    private final Set<Element> appeared = Collections.newSetFromMap(new WeakHashMap<>());

    PageUser(LivePage page) {
        this.page = page;
        this.defaults = new PageDefaults(page, this);
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
    boolean pressed(Element element) {
        if (Fields.isCheckable(element)) {
            tick(element);
            return true;
        }
        DomEvent click = new DomEvent("click", element);
        boolean isHeard = dispatch(click);
        return (!click.isPrevented() && defaults.click(element)) || isHeard;
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
        } else if (!defaults.pressOnEnter(form)) {
            defaults.requestSubmit(form, null);
        }
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
        boolean isDone = !down.isPrevented() && defaults.press(element, key);
        if (!isHeard && !isDone) {
            throw new AssertionError("Nothing comes of the key " + key + " on " + Outline.of(element)
                    + ": nothing listens to it there or around it");
        }
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

    boolean dispatch(DomEvent event) {
        page.document().touched().happened(event);
        return listeners.dispatch(page.document().document(), event);
    }

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
        made.add(page.outbound()
                .call(
                        element,
                        function,
                        Dataset.of(element),
                        FormData.of(element, submitter, page.document().fields()),
                        isFinal));
    }

    /** Also what stands in a disabled button, whose clicks go nowhere. */
    private static void expectEnabled(Element element) {
        Element button = element.closest("button");
        for (Element one : button == null ? List.of(element) : List.of(element, button)) {
            if (FormData.isDisabled(one)) {
                throw new AssertionError("Expected an element that is enabled, got the disabled " + Outline.of(one));
            }
        }
        if (element.nameIs("input") && Fields.type(element).equals("hidden")) {
            throw new AssertionError(
                    "Expected an element that a user can reach, got the hidden " + Outline.of(element));
        }
    }
}
