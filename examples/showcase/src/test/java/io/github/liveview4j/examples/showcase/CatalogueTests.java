package io.github.liveview4j.examples.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.examples.showcase.catalogue.Catalogue;
import io.github.liveview4j.examples.showcase.catalogue.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class CatalogueTests {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void startPageListsEveryRecipe() {
        assertThat(mvc.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .satisfies(html -> new Catalogue()
                        .all()
                        .forEach(recipe -> assertThat(html).contains("href=\"/recipes/" + recipe.id() + "\"")));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void recipeShowsItsHandlerAndItsTemplate(Recipe recipe) {
        assertThat(mvc.get().uri("/recipes/" + recipe.id()))
                .hasStatusOk()
                .bodyText()
                .contains("<summary>" + recipe.id() + ".html</summary>")
                .containsPattern("<summary>\\w+\\.java</summary>")
                .contains("@LiveViewHandler(")
                .contains("th:fragment=&quot;demo&quot;")
                .doesNotContain("import org.", "package io.", "&lt;!DOCTYPE");
    }

    @Test
    void pagesHaveAStrictPolicy() {
        assertThat(mvc.get().uri("/"))
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policies -> assertThat(policies)
                                .singleElement()
                                .asString()
                                .contains("default-src 'none'", "require-trusted-types-for 'script'")
                                .doesNotContain("unsafe"));
    }

    static Iterable<Recipe> recipes() {
        return new Catalogue().all();
    }
}
