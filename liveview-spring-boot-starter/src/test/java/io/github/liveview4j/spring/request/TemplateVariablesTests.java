package io.github.liveview4j.spring.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

class TemplateVariablesTests {

    private record Form(String name) {}

    private static final String KEY = BindingResult.MODEL_KEY_PREFIX + "form";

    private final Form bound = new Form("");
    private final BindingResult errors = new BeanPropertyBindingResult(bound, "form");

    private Map<String, Object> model(Form shown) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", shown);
        model.put(KEY, errors);
        model.put("nothing", null);
        return model;
    }

    @Test
    void haveTheErrorsOfTheFormThatIsShown() {
        assertThat(TemplateVariables.of(model(bound))).isEqualTo(model(bound));
    }

    @Test
    void haveNoErrorsOfAFormThatAnotherOneReplaces() {
        assertThat(TemplateVariables.of(model(new Form("Ada"))))
                .doesNotContainKey(KEY)
                .containsKey("nothing");
    }

    @Test
    void areACopy() {
        Map<String, Object> model = model(bound);

        TemplateVariables.of(model).clear();

        assertThat(model).hasSize(3);
    }
}
