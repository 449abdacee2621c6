package io.github.liveview4j.test.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenersTests {

    private final List<String> called = new ArrayList<>();
    private final Listeners listeners = new Listeners((element, function, event) -> called.add(function));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p id=x data-liveview-function=f data-action='click->page#run'> | click | f",
                "<button id=x data-liveview-function=f data-action='page#run'></button> | click | f",
                "<p id=x data-liveview-function=f data-action='page#run'> | click | ''",
                "<p id=x data-liveview-function=f data-action='other#run'> | click | ''",
                "<p id=x data-liveview-function=f data-action='input->page#run change->page#run'> | change | f",
                "<form id=x data-liveview-function=f data-action='page#run'></form> | submit | f",
                "<textarea id=x data-liveview-function=f data-action='page#run'></textarea> | input | f",
                "<details id=x data-liveview-function=f data-action='page#run'></details> | toggle | f",
                "<a data-liveview-function=f data-action='page#run'><b id=x></b></a> | click | f",
                "<a data-liveview-function=f data-action='page#run:self'><b id=x></b></a> | click | ''",
                "<a data-liveview-function=f data-action='page#run'><b id=x data-action='click->page#stop'></b></a> | click | ''",
                "<a data-liveview-function=f data-action='page#run'><b id=x data-liveview-function=g data-action='click->page#run:stop'>"
                        + "</b></a> | click | g",
                "<a data-liveview-function=f data-action='page#run:capture'><b id=x data-liveview-function=g "
                        + "data-action='click->page#run'></b></a> | click | f g",
                "<a data-liveview-function=f data-action='blur->page#run'><b id=x></b></a> | blur | ''",
                "<a data-liveview-function=f data-action='click@window->page#run'></a><b id=x></b> | click | f",
                "<a data-liveview-function=f data-action='click@document->page#run'></a><b id=x></b> | click | f",
                "<a data-liveview-function=f data-action='my:event->page#run'><b id=x></b></a> | my:event | f",
            })
    void eventReachesWhatListens(String html, String event, String expected) {
        dispatch(html, event);

        assertThat(String.join(" ", called)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "keydown.enter, enter, true",
        "keydown.esc, Escape, true",
        "keydown.esc, enter, false",
        "keydown.ctrl+s, ctrl+s, true",
        "keydown.ctrl+s, s, false",
        "keydown.s, ctrl+s, false",
        "keydown, x, true",
        "keydown.up, ArrowUp, true",
    })
    void keyPassesItsFilter(String descriptor, String key, boolean passes) {
        Element page = page("<p id=x data-liveview-function=f data-action='" + descriptor + "->page#run'>");

        listeners.dispatch(page, DomEvent.key(Objects.requireNonNull(page.selectFirst("#x")), Key.of(key)));

        assertThat(called).hasSize(passes ? 1 : 0);
    }

    @Test
    void onceIsOnce() {
        Element page = page("<a id=x data-liveview-function=f data-action='page#run:once'>");
        Element element = Objects.requireNonNull(page.selectFirst("#x"));

        assertThat(listeners.dispatch(page, new DomEvent("click", element))).isTrue();
        assertThat(listeners.dispatch(page, new DomEvent("click", element))).isFalse();
    }

    @Test
    void browserIsKeptFromItsOwnButForATick() {
        DomEvent click = dispatch("<a id=x data-liveview-function=f data-action='page#run'>", "click");
        assertThat(click.isPrevented()).isTrue();

        DomEvent tick =
                dispatch("<input id=x type=checkbox data-liveview-function=f data-action='click->page#run'>", "click");
        assertThat(tick.isPrevented()).isFalse();

        DomEvent other = dispatch("<a id=x data-action='click->other#x'>", "click");
        assertThat(other.isPrevented()).isFalse();
    }

    @Test
    void nothingListensOutsideOfWhatIsLive() {
        Element page = LiveDocument.of("<main data-controller='page'></main><p id=x data-liveview-function=f "
                        + "data-action='click->page#run'>")
                .document();

        assertThat(listeners.dispatch(page, new DomEvent("click", Objects.requireNonNull(page.selectFirst("#x")))))
                .isFalse();
    }

    @Test
    void keysAreNamedInAnyOrder() {
        assertThat(Key.of("Shift+Ctrl+P")).hasToString("ctrl+shift+p").isEqualTo(Key.of("ctrl+shift+p"));
        assertThat(Key.of("+")).hasToString("+");
        assertThat(Key.of("ctrl++")).hasToString("ctrl++");
        assertThat(Key.of("PageUp")).hasToString("page_up");
    }

    @Test
    void mapThatCannotBeReadIsNone() {
        Element page = page("<p id=x data-liveview-keyboard-map='{\"ctrl+s\": '>");

        assertThat(Listeners.keyboardMap(Objects.requireNonNull(page.selectFirst("#x"))))
                .isEmpty();
    }

    private DomEvent dispatch(String html, String type) {
        Element page = page(html);
        DomEvent event = new DomEvent(type, Objects.requireNonNull(page.selectFirst("#x")));
        listeners.dispatch(page, event);
        return event;
    }

    private static Element page(String html) {
        return LiveDocument.of("<body data-controller='other page'>" + html + "</body>")
                .document();
    }
}
