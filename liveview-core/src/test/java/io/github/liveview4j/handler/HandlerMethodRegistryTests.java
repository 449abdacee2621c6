package io.github.liveview4j.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.liveview4j.LiveViewHandler;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HandlerMethodRegistryTests {

    private final HandlerMethodRegistry registry = new HandlerMethodRegistry();

    static class First {
        @LiveViewHandler
        void save() {}

        @LiveViewHandler("Open")
        void open() {}
    }

    static class Second {
        @LiveViewHandler("save")
        void store() {}

        @LiveViewHandler
        void delete() {}
    }

    @Test
    void isEmptyUntilFilled() {
        assertThat(registry.find("save")).isEmpty();
        assertThat(registry.names()).isEmpty();
        assertThat(registry.handlers()).isEmpty();
    }

    @Test
    void findsAHandlerByItsExactName() {
        HandlerMethod save = handler(First.class, "save");
        registry.fill(List.of(save, handler(First.class, "open")));

        assertThat(registry.find("save")).containsSame(save);
        assertThat(registry.find("Save")).isEmpty();
        assertThat(registry.find("save ")).isEmpty();
        assertThat(registry.find("open")).isEmpty();
        assertThat(registry.find("")).isEmpty();
    }

    @Test
    void listsHandlersInTheOrderOfTheirNames() {
        registry.fill(
                List.of(handler(First.class, "save"), handler(Second.class, "delete"), handler(First.class, "open")));

        assertThat(registry.names()).containsExactly("Open", "delete", "save");
        assertThat(registry.handlers())
                .extracting(HandlerMethod::describe)
                .containsExactly("First.open", "Second.delete", "First.save");
    }

    @Test
    @DisplayName("D57, S2: the registry cannot be changed from outside")
    void cannotBeChangedFromOutside() {
        registry.fill(List.of(handler(First.class, "save")));

        assertThatThrownBy(() -> registry.names().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> registry.handlers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void saysThatAClassIsABeanTwiceRatherThanNamingItsMethodTwice() {
        assertThatThrownBy(() -> registry.fill(List.of(handler(First.class, "save"), handler(First.class, "save"))))
                .isInstanceOf(HandlerMappingException.class)
                .hasMessageContaining(
                        "Two beans answer the event 'save' with the same method: " + First.class.getName() + ".save.");
    }

    @Test
    @DisplayName("D57, S1: two methods for one name are refused, naming both")
    void refusesTwoMethodsForOneNameAndNamesBoth() {
        HandlerMappingException refused = catchThrowableOfType(
                HandlerMappingException.class,
                () -> registry.fill(List.of(handler(First.class, "save"), handler(Second.class, "store"))));

        assertThat(refused.description())
                .isEqualTo("Two methods answer the event 'save': " + First.class.getName() + ".save and "
                        + Second.class.getName() + ".store.");
        assertThat(refused.action()).contains("@LiveViewHandler");
        assertThat(registry.names()).isEmpty();
    }

    @Test
    void isFilledOnce() {
        registry.fill(List.of());

        assertThatIllegalStateException().isThrownBy(() -> registry.fill(List.of(handler(First.class, "save"))));
        assertThat(registry.names()).isEmpty();
    }

    private static HandlerMethod handler(Class<?> type, String name) {
        try {
            var method = type.getDeclaredMethod(name);
            return HandlerMethod.of(Object::new, method, method, List.of(), List.of());
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
