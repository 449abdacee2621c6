package io.github.liveview4j.spring.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.LiveViewContent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;

/** Which errors are shown, and that nothing else is hidden. */
class TouchedErrorsTests {

    private final MapBindingResult all = new MapBindingResult(new java.util.HashMap<>(Map.of("name", "Ada")), "order");

    private List<String> shown(LiveViewContent content) {
        return new TouchedErrors(all, content)
                .getFieldErrors().stream().map(FieldError::getField).toList();
    }

    private static LiveViewContent content(String... fields) {
        LiveViewContent content = LiveViewContent.of("f");
        for (String field : fields) {
            content = content.withForm(field, "");
        }
        return content;
    }

    @Test
    void anObjectIsTouchedWhereOneOfItsFieldsIs() {
        all.rejectValue("address", "wrong");
        all.rejectValue("items[0]", "wrong");
        LiveViewContent content = content("address.street", "address.town", "items[0].name", "addressee");

        assertThat(shown(content.withUntouched("address.street", "address.town", "items[0].name")))
                .isEmpty();
        assertThat(shown(content.withUntouched("address.street"))).containsExactly("address", "items[0]");
        assertThat(shown(content.withUntouched("addressee"))).containsExactly("address", "items[0]");
    }

    @Test
    void aFieldThatIsNotInTheFormIsShown() {
        all.rejectValue("id", "wrong");

        assertThat(shown(content("name").withUntouched("name"))).containsExactly("id");
    }

    @Test
    void everyWayToAskForErrorsAnswersTheSame() {
        all.rejectValue("name", "wrong");
        all.rejectValue("email", "wrong");
        all.reject("whole");
        TouchedErrors errors = new TouchedErrors(all, content("name", "email").withUntouched("name"));

        assertThat(errors.hasErrors()).isTrue();
        assertThat(errors.getErrorCount()).isEqualTo(1);
        assertThat(errors.getAllErrors()).hasSize(1);
        assertThat(errors.hasGlobalErrors()).isFalse();
        assertThat(errors.hasFieldErrors("name")).isFalse();
        assertThat(errors.getFieldError("email")).isNotNull();
        assertThat(errors.getFieldErrors("*")).hasSize(1);
        assertThat(errors.getFieldValue("name")).isEqualTo("Ada");
        assertThat(errors.getTarget()).isSameAs(all.getTarget());
        assertThat(errors.getModel()).containsEntry(BindingResult.MODEL_KEY_PREFIX + "order", errors);
    }

    @Test
    void anErrorThatIsAddedLaterIsSeen() {
        TouchedErrors errors = new TouchedErrors(all, content("name", "email").withUntouched("name"));
        all.rejectValue("email", "taken");

        assertThat(errors.hasFieldErrors("email")).isTrue();
    }
}
