package io.github.liveview4j.spring.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B9: a template gives its page a room. */
class RoomTests {

    private final Templates templates = new Templates();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html lv:room></html>",
                "<html data-lv-room></html>",
                "<html data-room=\"old\" lv:room></html>",
                "<HTML lv:room></HTML>",
                "<html th:attr=\"data-room=${#liveview.roomId()}\"></html>",
                "<html th:data-room=\"${#liveview.roomId()}\"></html>",
                "<html lv:room=\"${#liveview.roomId()}\"></html>"
            })
    void everyRenderGivesAnotherUnguessableRoom(String template) {
        Set<String> pages = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            pages.add(templates.render(template));
        }
        assertThat(pages).hasSize(50).allMatch(page -> page.matches("(?i)<html data-room=\"[0-9a-f]{32}\"></html>"));
    }

    @Test
    void everyCallGivesAnother() {
        assertThat(templates.render(
                        "<i th:with=\"a=${#liveview.roomId()}\" th:text=\"${a == #liveview.roomId()}\"></i>"))
                .isEqualTo("<i>false</i>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "lv:room=\"lobby\"       ¦ data-room=\"lobby\"",
                "lv:room=\"${room}\"     ¦ data-room=\"order:7\"",
                "lv:room=\"|o.${id}|\"   ¦ data-room=\"o.7\"",
                "lv:room=\"${null}\"     ¦ ``"
            })
    void aPageMayNameItsRoom(String attribute, String plain) {
        String html = templates.render("<html " + attribute + "></html>", Map.of("room", "order:7", "id", 7));

        assertThat(html).isEqualTo(plain.isEmpty() ? "<html></html>" : "<html " + plain + "></html>");
    }
}
