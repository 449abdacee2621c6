package io.github.liveview4j.examples.mustache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.examples.support.RecordingConsumer;
import io.github.liveview4j.render.FragmentRenderer;
import io.github.liveview4j.render.FragmentRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.ClassUtils;

@SpringBootTest
@AutoConfigureMockMvc
class GuestBookTests {

    private final RecordingConsumer consumer = new RecordingConsumer();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private GuestBook book;

    @Autowired
    private FragmentRenderer renderer;

    @Test
    void thymeleafIsNotThere() {
        assertThat(ClassUtils.isPresent("org.thymeleaf.TemplateEngine", null)).isFalse();
    }

    @Test
    void pageHasTheScript() {
        assertThat(mvc.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("<script src=\"/liveview/liveview.min.js\\?v=\\w{12}\" defer "
                        + "data-position=\"[\\w-]{8}:0\" data-assets=\"[\\w-]{16}\"></script>")
                .contains("<button>Sign</button>");
    }

    @Test
    @DirtiesContext
    void whoSignsIsInTheBookAndShownToAll() {
        LiveViewMessage form = sign(" Ada <3 ");

        assertThat(consumer.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.target()).isEqualTo("#guests");
            assertThat(rendered(sent)).isEqualTo("<li>Ada &lt;3</li>");
        });
        assertThat(rendered(form)).contains("Your name").doesNotContain("alert");
        assertThat(mvc.get().uri("/")).bodyText().contains("<li>Ada &lt;3</li>");
    }

    @Test
    void whoSignsWithNothingIsTold() {
        assertThat(rendered(sign(" "))).contains("<p role=\"alert\">A name has 1 to 50 characters.</p>");
        assertThat(consumer.sent()).isEmpty();
    }

    private LiveViewMessage sign(String name) {
        return book.sign(consumer, LiveViewContent.of("sign").withForm("name", name));
    }

    private String rendered(LiveViewMessage message) {
        return renderer.render(new FragmentRequest(
                        Objects.requireNonNull(message.template()), message.model(), Locale.ENGLISH, Map.of(), null))
                .strip();
    }
}
