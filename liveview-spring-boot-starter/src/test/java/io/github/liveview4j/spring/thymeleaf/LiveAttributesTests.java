package io.github.liveview4j.spring.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each {@code lv:} attribute writes. */
class LiveAttributesTests {

    private static final String CALL_X = "data-liveview-function=\"x\" data-action=";

    private final Templates templates = new Templates();

    @ParameterizedTest
    @CsvSource({
        "lv:click, click->page#run",
        "lv:submit, submit->page#run",
        "lv:input, input->page#run",
        "lv:change, change->page#run",
        "lv:blur, blur->page#run",
        "lv:focusin, focusin->page#run",
        "lv:keydown.enter, keydown.enter->page#run",
        "lv:keydown.ctrl+s, keydown.ctrl+s->page#run",
        "lv:keydown.esc@window, keydown.esc@window->page#run",
        "lv:resize@window, resize@window->page#run",
        "lv:visibilitychange@document, visibilitychange@document->page#run",
        "lv:click:once, click->page#run:once",
        "lv:click:once:self, click->page#run:once:self",
        "lv:scroll@window:!passive, scroll@window->page#run:!passive",
        "lv:turbo:load, turbo:load->page#run",
        "lv:turbo:load@window:once, turbo:load@window->page#run:once",
        "lv:myEvent, myEvent->page#run",
        "LV:click, click->page#run",
        "data-lv-click, click->page#run",
        "data-lv-keydown.esc@window, keydown.esc@window->page#run",
        "data-lv-click:once, click->page#run:once",
    })
    void eventsCallHandlers(String attribute, String action) {
        assertThat(templates.render("<i " + attribute + "=\"x\"></i>"))
                .isEqualTo("<i " + CALL_X + "\"" + action.replace(">", "&gt;") + "\"></i>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "lv:data-modal-id=\"7\"         ¦ data-data-modal-id=\"7\"",
                "lv:data-modal-id=\"${id}\"     ¦ data-data-modal-id=\"7\"",
                "data-lv-data-modal-id=\"${id}\"¦ data-data-modal-id=\"7\"",
                "lv:data-note=\"|no ${id}|\"    ¦ data-data-note=\"no 7\"",
                "lv:data-note=\"'${id}'\"       ¦ data-data-note=\"${id}\"",
                "lv:data-note=\"it's\"          ¦ data-data-note=\"it&#39;s\"",
                "lv:data-note=\"a &lt; b\"      ¦ data-data-note=\"a &lt; b\"",
                "lv:data-note=\"${null}\"       ¦ ``",
                "lv:data-note=\"${''}\"         ¦ data-data-note=\"\"",
                "lv:data-note=\"\"              ¦ data-data-note=\"\"",
                "lv:data-note                   ¦ data-data-note=\"\"",
                "lv:data-link=\"@{/a(b=${id})}\"¦ data-data-link=\"/a?b=7\"",
                "lv:debounce=\"300\"            ¦ data-liveview-debounce=\"300\"",
                "lv:debounce=\"${id * 100}\"    ¦ data-liveview-debounce=\"700\"",
                "lv:debounce=\"${null}\"        ¦ ``",
                "lv:throttle=\"300\"            ¦ data-liveview-throttle=\"300\"",
                "lv:disable-with=\"Saving…\"    ¦ data-liveview-disable-with=\"Saving…\"",
                "lv:disable-with=\"${id}\"      ¦ data-liveview-disable-with=\"7\"",
                "lv:disable-with=\"${null}\"    ¦ ``",
                "lv:disable-with               ¦ data-liveview-disable-with=\"\"",
                "lv:key=\"${id}\"              ¦ data-liveview-key=\"7\"",
                "lv:ignore                      ¦ data-liveview-ignore=\"\"",
                "lv:ignore=\"style class\"     ¦ data-liveview-ignore=\"style class\"",
                "lv:permanent                   ¦ data-liveview-permanent=\"\"",
                "lv:modal=\"${off}\"           ¦ ``",
                "lv:init=\"load\"               ¦ data-liveview-init=\"load\"",
                "lv:init=\"${off} ? 'load'\"    ¦ ``",
                "lv:init=\"${on} ? 'load' : _\" ¦ data-liveview-init=\"load\"",
                "lv:init=\"${off} ? 'load' : _\"¦ ``",
                "lv:init=\"${''}\"              ¦ ``",
                "lv:focus                       ¦ data-liveview-focus=\"true\"",
                "lv:focus=\"true\"              ¦ data-liveview-focus=\"true\"",
                "lv:focus=\"false\"             ¦ ``",
                "lv:focus=\"${on}\"             ¦ data-liveview-focus=\"true\"",
                "lv:focus=\"${id == 8}\"        ¦ ``",
                "lv:focus=\"${null}\"           ¦ ``",
                "lv:appear=\"more\"             ¦ data-liveview-intersect-appear=\"more\"",
                "lv:disappear=\"less\"          ¦ data-liveview-intersect-disappear=\"less\"",
                "lv:threshold=\"200\"           ¦ data-liveview-intersect-threshold=\"200\"",
                "lv:repeat                      ¦ data-liveview-intersect-repeat=\"true\"",
                "lv:repeat=\"${off}\"           ¦ ``",
                "lv:navigate                    ¦ data-liveview-navigate=\"\"",
                "lv:navigate=\"replace\"        ¦ data-liveview-navigate=\"replace\"",
                "lv:navigate=\"${on}\"          ¦ data-liveview-navigate=\"\"",
                "lv:navigate=\"${off}\"         ¦ ``",
                "lv:navigate=\"${null}\"        ¦ ``",
                "lv:stop                        ¦ data-action=\"click-&gt;page#stop\"",
                "lv:stop=\"click\"              ¦ data-action=\"click-&gt;page#stop\"",
                "lv:stop=\"click keydown.esc\"  ¦ data-action=\"click-&gt;page#stop keydown.esc-&gt;page#stop\"",
                "lv:stop=\"${off} ? 'click'\"   ¦ ``",
            })
    void everyAttributeWritesAPlainOne(String attribute, String plain) {
        String html = templates.render("<i " + attribute + "></i>", Map.of("id", 7, "on", true, "off", false));

        assertThat(html).isEqualTo(plain.isEmpty() ? "<i></i>" : "<i " + plain + "></i>");
    }

    @Test
    void theExampleOfTheGuideIsTheThreePlainAttributes() {
        assertThat(templates.render(
                        "<button type=\"button\" lv:click=\"open_modal\" lv:data-modal-id=\"${m.id}\">Open</button>",
                        Map.of("m", Map.of("id", 3))))
                .isEqualTo("<button type=\"button\" data-liveview-function=\"open_modal\""
                        + " data-action=\"click-&gt;page#run\" data-data-modal-id=\"3\">Open</button>");
    }

    @Test
    void actionsAreAddedToThoseThatAreThere() {
        assertThat(templates.render("<i data-action=\"mouseenter->menu#open\" lv:click=\"x\" lv:stop></i>"))
                .contains("data-action=\"mouseenter-&gt;menu#open click-&gt;page#run click-&gt;page#stop\"");
        assertThat(templates.render(
                        "<i th:attr=\"data-action=${action}\" lv:click=\"x\"></i>", Map.of("action", "a#b")))
                .contains("data-action=\"a#b click-&gt;page#run\"");
        assertThat(templates.render("<i th:data-action=\"${action}\" lv:click=\"x\"></i>", Map.of("action", "a#b")))
                .contains("data-action=\"a#b click-&gt;page#run\"");
        assertThat(templates.render("<i data-action=\"  \" lv:click=\"x\"></i>"))
                .contains("data-action=\"click-&gt;page#run\"");
    }

    @Test
    void anActionIsNotDoubled() {
        assertThat(templates.render(
                        "<i data-action=\"click-&gt;page#run\" data-liveview-function=\"x\" lv:click=\"x\"></i>"))
                .isEqualTo("<i data-action=\"click-&gt;page#run\" data-liveview-function=\"x\"></i>");
    }

    @Test
    void twoEventsMayCallOneHandler() {
        assertThat(templates.render("<i lv:blur=\"x\" lv:change=\"${'x'}\"></i>"))
                .isEqualTo("<i " + CALL_X + "\"blur-&gt;page#run change-&gt;page#run\"></i>");
    }

    @Test
    void aHandlerThatAnExpressionLeavesOutIsNoConflict() {
        assertThat(templates.render("<i lv:blur=\"x\" lv:change=\"${off} ? 'y'\"></i>", Map.of("off", false)))
                .isEqualTo("<i " + CALL_X + "\"blur-&gt;page#run\"></i>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lv:keys", "lv:keyboard-map", "data-lv-keys"})
    void aKeyboardMapIsJsonOrAMap(String attribute) {
        String expected = "<i data-liveview-keyboard-map=\"{&quot;ctrl+s&quot;:&quot;save&quot;}\"></i>";
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("ctrl+s", "save");
        keys.put("esc", null);

        assertThat(List.of(
                        templates.render("<i " + attribute + "='{\"ctrl+s\":\"save\"}'></i>"),
                        templates.render("<i " + attribute + "=\"${ {'ctrl+s':'save'} }\"></i>"),
                        templates.render("<i " + attribute + "=\"${keys}\"></i>", Map.of("keys", keys)),
                        templates.render(
                                "<i " + attribute + "=\"${json}\"></i>", Map.of("json", "{\"ctrl+s\":\"save\"}"))))
                .containsOnly(expected);
        assertThat(templates.render("<i " + attribute + "=\"${null}\"></i>")).isEqualTo("<i></i>");
    }

    @Test
    void aMapOfKeysStaysJsonWhateverIsInIt() {
        assertThat(templates.render("<i lv:keys=\"${keys}\"></i>", Map.of("keys", Map.of("\"", "a\\b</i><script>'"))))
                .startsWith("<i data-liveview-keyboard-map=\"{&quot;\\&quot;&quot;:&quot;a\\\\b&lt;")
                .contains("script&gt;&#39;&quot;}\"></i>");
    }

    @Test
    void namespacesAreNotLeftInThePage() {
        assertThat(templates.render("<html xmlns:lv=\"a\" xmlns:liveview=\"b\" xmlns:th=\"c\"></html>"))
                .isEqualTo("<html></html>");
    }
}
