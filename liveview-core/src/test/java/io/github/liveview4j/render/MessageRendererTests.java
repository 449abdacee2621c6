package io.github.liveview4j.render;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.outer;
import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.remove;
import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LogCapture;
import io.github.liveview4j.TemplateName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRendererTests {

    private final LogCapture log = new LogCapture(MessageRenderer.class.getName());
    private final List<FragmentRequest> requests = new ArrayList<>();
    private String html = "<p>x</p>";
    private final MessageRenderer renderer = new MessageRenderer(request -> {
        requests.add(request);
        return html;
    });

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void rendersATemplateWithItsModelInTheLanguageForTheConnection() {
        LiveViewMessage message =
                append("#a").template("items :: row").with("item", 7).title("T");

        List<LiveViewMessage> rendered = renderer.render(
                List.of(message), new RenderContext(Locale.FRENCH, Map.of("user", "ann"), Map.of(), null));

        assertThat(requests)
                .containsExactly(new FragmentRequest(
                        new TemplateName("items", "row"),
                        Map.of("item", 7),
                        Locale.FRENCH,
                        Map.of("user", "ann"),
                        null));
        assertThat(rendered).hasSize(1);
        assertThat(rendered.get(0).html()).isEqualTo("<p>x</p>");
        assertThat(rendered.get(0).template()).isNull();
        assertThat(rendered.get(0).target()).isEqualTo("#a");
        assertThat(rendered.get(0).swap()).isEqualTo(LiveViewMessage.Swap.APPEND);
        assertThat(rendered.get(0).effects()).containsExactly(entry("title", "T"));
    }

    @Test
    void leavesMessagesWithoutATemplateAndTheOrder() {
        LiveViewMessage markup = replace("#a").html("y");
        LiveViewMessage gone = remove("#b");
        LiveViewMessage title = page().title("T");

        List<LiveViewMessage> rendered = render(markup, replace("#c").template("t"), gone, title);

        assertThat(rendered).hasSize(4).containsSubsequence(markup, gone, title);
        assertThat(rendered.get(1).target()).isEqualTo("#c");
        assertThat(requests).hasSize(1);
        assertThat(render()).isEmpty();
    }

    @Test
    void takesAnEmptyFragment() {
        html = "";

        assertThat(render(replace("#a").template("t")).get(0).html()).isEmpty();
    }

    @Test
    void passesOnWhatTheEngineThrows() {
        LiveViewException failure = new LiveViewException("no such template");
        MessageRenderer failing = new MessageRenderer(request -> {
            throw failure;
        });

        assertThatThrownBy(
                        () -> failing.render(List.of(replace("#a").template("t")), RenderContext.ofNobody(Locale.ROOT)))
                .isSameAs(failure);
    }

    @Test
    void givesTheVariablesOfTheCallToEveryTemplateButThoseOfTheMessageWin() {
        RenderContext context = new RenderContext(Locale.ROOT, Map.of(), Map.of("item", 1, "form", 2), null);

        renderer.render(
                List.of(
                        replace("#a").template("t").with("item", 7),
                        replace("#b").template("t")),
                context);

        assertThat(requests)
                .extracting(FragmentRequest::model)
                .containsExactly(Map.of("item", 7, "form", 2), Map.of("item", 1, "form", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id=\"greeting\">x</div>",
                "\n  <div class=\"a\" id='greeting'>x</div>",
                "<DIV id=greeting>x</DIV>",
                "<div\n  class=\"a\"\n  id = \"greeting\"\n>x</div>",
                "<!-- a comment --><div id=\"greeting\">x</div>",
                "<!-- a > <b id=\"other\"> \n comment -->\n<!-- another -->\n<div id=\"greeting\">x</div>"
            })
    void tellsOfARootThatRepeatsTheIdOfTheTarget(String repeating) {
        html = repeating;

        render(replace("#greeting").template("hello :: greeting"));

        assertThat(log.lines()).hasSize(1);
        assertThat(log.lines().get(0))
                .startsWith("WARN The template \"hello :: greeting\" was sent with replace(\"#greeting\")")
                .contains("outer(\"#greeting\")", "<div id=\"greeting\">");
    }

    @Test
    void tellsOfItOnceForATargetAndTemplate() {
        html = "<div id=\"a\">x</div>";
        render(replace("#a").template("t"), replace("#a").template("t"));
        render(replace("#a").template("t"));

        assertThat(log.lines()).hasSize(1);

        render(replace("#a").template("other"));

        assertThat(log.lines()).hasSize(2);
    }

    @Test
    void tellsOfItAHundredTimesAtMost() {
        for (int i = 0; i < 150; i++) {
            html = "<div id=\"row" + i + "\">x</div>";
            render(replace("#row" + i).template("t"));
        }

        assertThat(log.lines()).hasSize(100);
    }

    @Test
    void isQuietWhereTheElementItselfIsReplacedOrAddedTo() {
        html = "<div id=\"a\">x</div>";

        render(outer("#a").template("t"), append("#a").template("t"));
        render(
                LiveViewMessage.prepend("#a").template("t"),
                LiveViewMessage.before("#a").template("t"));

        assertThat(log.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id=\"other\">x</div>",
                "<div id=\"ab\">x</div>",
                "<div id=\"A\">x</div>",
                "<div>x</div>",
                "<div data-id=\"a\">x</div>",
                "<p>x</p><div id=\"a\">x</div>",
                "<p><b id=\"a\">x</b></p>",
                "text <div id=\"a\">x</div>",
                "<!-- <div id=\"a\"> --><p>x</p>",
                "<!-- x --><div><!-- y --><p id=\"a\">x</p></div>",
                "<div id=\"\">x</div>",
                "<div id=",
                "x",
                ""
            })
    void isQuietAboutOtherRoots(String other) {
        html = other;

        render(replace("#a").template("t"));

        assertThat(log.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ab", "#abc d", "#a .b", ".a", "a", "#"})
    void isQuietAboutOtherTargets(String target) {
        html = "<div id=\"a\">x</div>";

        render(replace(target).template("t"));

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void isQuietAboutMarkupThatNoTemplateMade() {
        render(replace("#a").html("<div id=\"a\">x</div>"));

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void looksForTheIdInReasonableTimeWhateverTheMarkup() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (String hard : List.of(
                    "<!-- x -->\n".repeat(5_000) + "text",
                    "<!--".repeat(50_000),
                    "<!-- x -->".repeat(40) + "<p",
                    "<div " + "a ".repeat(100_000),
                    "<div " + " id".repeat(50_000),
                    " ".repeat(200_000),
                    "<div>" + "<p>".repeat(100_000))) {
                html = hard;
                render(replace("#a").template("t"));
            }
        });
        assertThat(log.lines()).isEmpty();
    }

    private List<LiveViewMessage> render(LiveViewMessage... messages) {
        return renderer.render(List.of(messages), RenderContext.ofNobody(Locale.ENGLISH));
    }
}
