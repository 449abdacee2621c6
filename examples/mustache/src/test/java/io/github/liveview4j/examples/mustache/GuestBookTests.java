package io.github.liveview4j.examples.mustache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.test.LiveViewTest;
import io.github.liveview4j.test.LiveViewTester;
import io.github.liveview4j.test.TestPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.ClassUtils;

/** The guest book without a server or a browser. */
@LiveViewTest
class GuestBookTests {

    @Autowired
    private LiveViewTester tester;

    @Test
    void thymeleafIsNotThere() {
        assertThat(ClassUtils.isPresent("org.thymeleaf.TemplateEngine", null)).isFalse();
    }

    @Test
    void pageHasTheScript(@Autowired MockMvcTester mvc) {
        assertThat(mvc.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("<script src=\"/liveview/liveview.min.js\\?v=\\w{12}\" defer "
                        + "data-position=\"[\\w-]{8}:0\" data-token=\"[^\"]+\" data-assets=\"[\\w-]{16}\"></script>");
    }

    @Test
    @DirtiesContext
    void whoSignsIsShownOnEveryPage() {
        TestPage ada = tester.open("/");
        TestPage grace = tester.open("/");

        sign(ada, " Ada <3 ");

        assertThat(ada).elements("#guests li").haveTexts("Ada <3");
        assertThat(ada).element("#name").hasValue("");
        assertThat(grace).elements("#guests li").haveTexts("Ada <3");
        assertThat(tester.open("/")).elements("#guests li").haveTexts("Ada <3");
    }

    @Test
    void whoSignsWithNothingIsTold() {
        TestPage page = tester.open("/");

        sign(page, " ");

        assertThat(page).element("[role=alert]").hasText("A name has 1 to 50 characters.");
        assertThat(page).elements("#guests li").hasCount(0);
    }

    private static void sign(TestPage page, String name) {
        page.element("#name").change(name);
        page.element("#sign").submit();
    }
}
