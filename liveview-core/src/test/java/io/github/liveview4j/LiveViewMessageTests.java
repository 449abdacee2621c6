package io.github.liveview4j;

import static io.github.liveview4j.LiveViewMessage.after;
import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.before;
import static io.github.liveview4j.LiveViewMessage.element;
import static io.github.liveview4j.LiveViewMessage.outer;
import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.prepend;
import static io.github.liveview4j.LiveViewMessage.remove;
import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.liveview4j.LiveViewMessage.Swap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LiveViewMessageTests {

    static Stream<Arguments> factories() {
        return Stream.of(
                factory(LiveViewMessage::replace, Swap.INNER),
                factory(LiveViewMessage::outer, Swap.OUTER),
                factory(LiveViewMessage::append, Swap.APPEND),
                factory(LiveViewMessage::prepend, Swap.PREPEND),
                factory(LiveViewMessage::before, Swap.BEFORE),
                factory(LiveViewMessage::after, Swap.AFTER),
                factory(LiveViewMessage::remove, Swap.REMOVE),
                factory(LiveViewMessage::element, Swap.NONE));
    }

    @Test
    void mayBeAnErrorWhoseTextIsInNoLog() {
        LiveViewMessage message = LiveViewMessage.error("Unauthorized");

        assertThat(message.effects()).isEqualTo(Map.of("error", "Unauthorized"));
        assertThat(message.target()).isNull();
        assertThat(message.toString()).doesNotContain("Unauthorized");
    }

    @ParameterizedTest
    @MethodSource("factories")
    void beginsWithATargetAndASwap(Function<String, LiveViewMessage> factory, Swap swap) {
        LiveViewMessage message = factory.apply("#a > .b");

        assertThat(message.target()).isEqualTo("#a > .b");
        assertThat(message.swap()).isEqualTo(swap);
        assertThat(message.html()).isNull();
        assertThat(message.template()).isNull();
        assertThat(message.model()).isEmpty();
        assertThat(message.effects()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("factories")
    void refusesABlankTarget(Function<String, LiveViewMessage> factory, Swap swap) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> factory.apply(" "))
                .withMessageContaining("CSS selector");
        assertThatIllegalArgumentException().isThrownBy(() -> factory.apply(""));
        assertThatNullPointerException().isThrownBy(() -> factory.apply(null));
    }

    @Test
    void hasNoTargetForThePage() {
        assertThat(page().target()).isNull();
        assertThat(page().swap()).isEqualTo(Swap.NONE);
    }

    @Test
    void takesMarkupAsItIs() {
        assertThat(replace("#a").html("<b>&amp;</b>").html()).isEqualTo("<b>&amp;</b>");
        assertThat(replace("#a").html("").html()).isEmpty();
    }

    @Test
    void escapesText() {
        assertThat(replace("#a").text("<script>\"Tom\" & 'Ann'</script> ä😀").html())
                .isEqualTo("&lt;script&gt;&quot;Tom&quot; &amp; &#39;Ann&#39;&lt;/script&gt; ä😀");
    }

    @Test
    void takesATemplateAndItsVariablesInAnyOrder() {
        Map<String, Object> model = new HashMap<>();
        model.put("b", null);
        model.put("a", 2);

        LiveViewMessage message =
                append("#a").with("a", 1).template("items :: row").with(model).with("c", null);

        assertThat(message.template()).isEqualTo(new TemplateName("items", "row"));
        assertThat(message.model()).containsOnly(entry("a", 2), entry("b", null), entry("c", null));
    }

    @Test
    void keepsNoHoldOfTheMapItWasGiven() {
        Map<String, Object> model = new HashMap<>(Map.of("a", 1));
        LiveViewMessage message = append("#a").with(model);
        model.put("a", 2);

        assertThat(message.model()).containsExactly(entry("a", 1));
    }

    @Test
    void refusesABadTemplateName() {
        assertThatIllegalArgumentException().isThrownBy(() -> replace("#a").template("a :: b(c)"));
    }

    @Test
    void takesTheLastOfMarkupAndTemplate() {
        LiveViewMessage markup = replace("#a").template("t").with("a", 1).html("x");
        LiveViewMessage template = replace("#a").html("x").template("t");

        assertThat(markup.template()).isNull();
        assertThat(markup.model()).isEmpty();
        assertThat(template.html()).isNull();
    }

    @Test
    void refusesContentWhereNoneGoes() {
        for (LiveViewMessage message : List.of(remove("#a"), element("#a"), page())) {
            assertThatIllegalStateException().isThrownBy(() -> message.html("x"));
            assertThatIllegalStateException().isThrownBy(() -> message.text("x"));
            assertThatIllegalStateException()
                    .isThrownBy(() -> message.template("x"))
                    .withMessageStartingWith("Expected a message that takes content")
                    .withMessageContaining(message.toString());
        }
    }

    @Test
    void refusesNullForWhatIsNeeded() {
        assertThatNullPointerException().isThrownBy(() -> replace("#a").html(null));
        assertThatNullPointerException().isThrownBy(() -> page().url(null));
        assertThatNullPointerException().isThrownBy(() -> page().title(null));
        assertThatNullPointerException().isThrownBy(() -> page().scroll(null));
        assertThatNullPointerException().isThrownBy(() -> page().focus(null));
        assertThatNullPointerException().isThrownBy(() -> page().announce(null));
        assertThatNullPointerException().isThrownBy(() -> page().redirect(null));
        assertThatNullPointerException().isThrownBy(() -> page().event(null, 1));
        assertThatNullPointerException().isThrownBy(() -> element("#a").addClass(null));
        assertThatNullPointerException().isThrownBy(() -> element("#a").removeClass(null));
        assertThatNullPointerException().isThrownBy(() -> element("#a").attribute(null, "x"));
        assertThatNullPointerException().isThrownBy(() -> replace("#a").with(null, 1));
    }

    @Test
    void namesEveryEffectAsTheWireDoes() {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("title", "t");
        attributes.put("disabled", null);

        LiveViewMessage message = element("#a")
                .url("/u")
                .title("T")
                .scroll("#s")
                .scrollTop()
                .focus("#f")
                .announce("A")
                .transition()
                .attribute("title", "old")
                .attribute("disabled", null)
                .attribute("title", "t")
                .addClass("a")
                .addClass("b")
                .removeClass("c")
                .event("e", List.of(1))
                .redirect("/r")
                .reload();

        assertThat(message.effects())
                .containsExactly(
                        entry("url", "/u"),
                        entry("title", "T"),
                        entry("scroll", "#s"),
                        entry("scrollTop", true),
                        entry("focus", "#f"),
                        entry("announce", "A"),
                        entry("transition", true),
                        entry("attributes", attributes),
                        entry("addClass", List.of("a", "b")),
                        entry("removeClass", List.of("c")),
                        entry("event", Map.of("name", "e", "detail", List.of(1))),
                        entry("redirect", "/r"),
                        entry("reload", true));
    }

    @Test
    void keepsEffectsWhenContentComesLater() {
        assertThat(replace("#a").title("T").html("x").effects()).containsExactly(entry("title", "T"));
        assertThat(replace("#a").title("T").template("x").with("a", 1).effects())
                .containsExactly(entry("title", "T"));
    }

    @Test
    void staysAsItIsWhenCompleted() {
        LiveViewMessage message =
                replace("#a").addClass("b").attribute("c", "d").with("v", 1);
        message.html("x");
        message.template("t");
        message.with("v", 2);
        message.addClass("e");
        message.attribute("c", null);
        message.title("T");

        assertThat(message.html()).isNull();
        assertThat(message.template()).isNull();
        assertThat(message.model()).containsExactly(entry("v", 1));
        assertThat(message.effects())
                .containsExactly(entry("addClass", List.of("b")), entry("attributes", Map.of("c", "d")));
    }

    @Test
    void givesMapsThatCannotBeChanged() {
        LiveViewMessage message = replace("#a").with("v", 1).title("T");

        assertThatThrownBy(() -> message.model().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> message.effects().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> page().effects().put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void saysWhatItDoesWithoutAnybodysData() {
        assertThat(append("#a")
                        .template("t :: f")
                        .with("name", "secret")
                        .title("secret")
                        .event("e", "secret"))
                .hasToString("LiveViewMessage[APPEND #a, template=t :: f, effects=[title, event]]");
        assertThat(Arrays.asList(outer("#a").html("secret"), before("#b"), after("#c"), prepend("#d"), page()))
                .hasToString("[LiveViewMessage[OUTER #a, html of 6 characters], LiveViewMessage[BEFORE #b], "
                        + "LiveViewMessage[AFTER #c], LiveViewMessage[PREPEND #d], LiveViewMessage[NONE]]");
    }

    private static Arguments factory(Function<String, LiveViewMessage> factory, Swap swap) {
        return Arguments.of(factory, swap);
    }
}
