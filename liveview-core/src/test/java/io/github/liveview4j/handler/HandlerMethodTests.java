package io.github.liveview4j.handler;

import static io.github.liveview4j.LiveViewMessage.remove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerMethodTests {

    private static final Principal ANN = () -> "ann";

    private final Greetings greetings = new Greetings();
    private final LiveViewConsumer consumer = new StubConsumer(Optional.of(ANN), Locale.FRENCH);
    private final LiveViewContent content = LiveViewContent.of("f");

    @SuppressWarnings("rawtypes")
    static class Greetings {
        final List<Object> heard = new ArrayList<>();

        @LiveViewHandler("say_hello")
        void named(LiveViewConsumer consumer, LiveViewContent content) {
            heard.addAll(List.of(consumer, content));
        }

        @LiveViewHandler
        void plain() {
            heard.add("plain");
        }

        @LiveViewHandler(" ")
        void blank() {}

        @LiveViewHandler
        private void hidden() {
            heard.add("hidden");
        }

        @LiveViewHandler
        void every(
                Locale locale,
                Principal user,
                Map<String, Object> map,
                LiveViewContent content,
                LiveViewConsumer page) {
            heard.add(locale);
            heard.add(user);
            heard.add(map);
            heard.add(content);
            heard.add(page);
        }

        @LiveViewHandler
        void extended(Integer number, String text) {
            heard.add(number);
            heard.add(text);
        }

        @LiveViewHandler
        void primitive(int number, String text) {}

        @LiveViewHandler
        LiveViewMessage one() {
            return remove("#one");
        }

        @LiveViewHandler
        LiveViewMessage none() {
            return null;
        }

        @LiveViewHandler
        List<LiveViewMessage> many() {
            return List.of(remove("#1"), remove("#2"));
        }

        @LiveViewHandler
        Set<LiveViewMessage> set() {
            return Set.of(remove("#1"));
        }

        @LiveViewHandler
        Collection<LiveViewMessage> noList() {
            return null;
        }

        @LiveViewHandler
        void failsChecked() throws IOException {
            throw new IOException("disk");
        }

        @LiveViewHandler
        void failsArgument() {
            throw new IllegalArgumentException("mine");
        }

        @LiveViewHandler
        void failsError() {
            throw new AssertionError("mine");
        }

        @LiveViewHandler
        static void isStatic() {}

        @LiveViewHandler
        String text() {
            return "";
        }

        @LiveViewHandler
        int number() {
            return 0;
        }

        @LiveViewHandler
        List raw() {
            return List.of();
        }

        @LiveViewHandler
        List<String> texts() {
            return List.of();
        }

        @LiveViewHandler
        Map<String, LiveViewMessage> map() {
            return Map.of();
        }

        @LiveViewHandler
        Optional<LiveViewMessage> optional() {
            return Optional.empty();
        }

        @LiveViewHandler
        LiveViewMessage[] array() {
            return new LiveViewMessage[0];
        }

        @LiveViewHandler
        Object object() {
            return remove("#a");
        }
    }

    interface Contract {
        void plain();
    }

    @ParameterizedTest
    @CsvSource({"named, say_hello", "plain, plain", "blank, blank"})
    void isNamedByItsAnnotationOrElseByItself(String method, String name) {
        assertThat(handler(method).name()).isEqualTo(name);
    }

    @Test
    void saysWhatItIs() {
        assertThat(handler("named").describe()).isEqualTo("Greetings.named");
        assertThat(handler("named")).hasToString("say_hello -> Greetings.named");
        assertThat(handler("named").method()).isEqualTo(method("named"));
    }

    @Test
    void passesThePageAndWhatItSent() throws Throwable {
        assertThat(messages(handler("named"))).isEmpty();

        assertThat(greetings.heard).containsExactly(consumer, content);
    }

    @Test
    void passesEveryTypeThatIsBuiltInInAnyOrder() throws Throwable {
        handler("every").invoke(consumer, content);

        assertThat(greetings.heard).containsExactly(Locale.FRENCH, ANN, content, content, consumer);
        assertThat(greetings.heard.get(2)).isSameAs(content);
    }

    @Test
    void passesNoPrincipalForAnAnonymousPage() throws Throwable {
        handler("every").invoke(new StubConsumer(Optional.empty(), Locale.ROOT), content);

        assertThat(greetings.heard.get(1)).isNull();
    }

    @Test
    void needsNoParameters() throws Throwable {
        handler("plain").invoke(consumer, content);

        assertThat(greetings.heard).containsExactly("plain");
    }

    @Test
    void reachesAPrivateMethod() throws Throwable {
        handler("hidden").invoke(consumer, content);

        assertThat(greetings.heard).containsExactly("hidden");
    }

    @Test
    void asksTheFirstResolverThatCan() throws Throwable {
        handler("extended", of(String.class, "first"), of(String.class, "second"), of(Integer.class, 7))
                .invoke(consumer, content);

        assertThat(greetings.heard).containsExactly(7, "first");
    }

    @Test
    void prefersWhatIsBuiltIn() throws Throwable {
        handler("every", of(Locale.class, Locale.GERMAN)).invoke(consumer, content);

        assertThat(greetings.heard.get(0)).isEqualTo(Locale.FRENCH);
    }

    @Test
    void asksAResolverAboutAParameterOnceAtTheStart() throws Throwable {
        List<Parameter> asked = new ArrayList<>();
        HandlerMethodArgumentResolver resolver = new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(Parameter parameter) {
                asked.add(parameter);
                return true;
            }

            @Override
            public Object resolveArgument(Parameter parameter, LiveViewConsumer consumer, LiveViewContent content) {
                return null;
            }
        };
        HandlerMethod handler = handler("extended", resolver);
        handler.invoke(consumer, content);
        handler.invoke(consumer, content);

        assertThat(asked).containsExactly(method("extended").getParameters());
        assertThat(greetings.heard).containsExactly(null, null, null, null);
    }

    @Test
    void asksForTheBeanAnewEveryTime() throws Throwable {
        List<Greetings> beans = new ArrayList<>();
        HandlerMethod handler = HandlerMethod.of(
                () -> {
                    beans.add(new Greetings());
                    return beans.get(beans.size() - 1);
                },
                method("plain"),
                method("plain"),
                List.of(),
                List.of());
        assertThat(beans).isEmpty();

        handler.invoke(consumer, content);
        handler.invoke(consumer, content);

        assertThat(beans).hasSize(2).allMatch(bean -> bean.heard.size() == 1);
    }

    @Test
    void invokesTheMethodOfAProxy() throws Throwable {
        List<String> heard = new ArrayList<>();
        Contract proxy = () -> heard.add("proxy");

        HandlerMethod handler = HandlerMethod.of(
                () -> proxy, method("plain"), Contract.class.getDeclaredMethod("plain"), List.of(), List.of());
        handler.invoke(consumer, content);

        assertThat(heard).containsExactly("proxy");
        assertThat(handler.describe()).isEqualTo("Greetings.plain");
    }

    private List<LiveViewMessage> messages(HandlerMethod handler) throws Throwable {
        return ((HandlerResult.Messages) handler.invoke(consumer, content)).messages();
    }

    @Test
    void returnsWhatTheHandlerReturned() throws Throwable {
        assertThat(messages(handler("one"))).extracting(LiveViewMessage::target).containsExactly("#one");
        assertThat(messages(handler("many")))
                .extracting(LiveViewMessage::target)
                .containsExactly("#1", "#2");
        assertThat(messages(handler("set"))).hasSize(1);
    }

    @Test
    void returnsNothingForNull() throws Throwable {
        assertThat(messages(handler("none"))).isEmpty();
        assertThat(messages(handler("noList"))).isEmpty();
    }

    @Test
    void throwsWhatTheHandlerThrew() {
        assertThatThrownBy(() -> handler("failsChecked").invoke(consumer, content))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk");
        assertThatThrownBy(() -> handler("failsArgument").invoke(consumer, content))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("mine");
        assertThatThrownBy(() -> handler("failsError").invoke(consumer, content))
                .isExactlyInstanceOf(AssertionError.class);
    }

    @Test
    void namesTheTypesAndNoValuesOfArgumentsThatDoNotFit() {
        HandlerMethod handler = handler("primitive", of(int.class, "secret"), of(String.class, null));

        assertThatThrownBy(() -> handler.invoke(consumer, content))
                .isInstanceOf(LiveViewException.class)
                .hasMessage("Could not call Greetings.primitive with (String, null)");
    }

    @Test
    void cannotBeStatic() {
        HandlerMappingException refused = refused("isStatic");

        assertThat(refused.description())
                .isEqualTo("The handler method " + Greetings.class.getName() + ".isStatic is static.");
        assertThat(refused.action()).isEqualTo("Make it a method of the bean.");
        assertThat(refused).hasMessage(refused.description() + " " + refused.action());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "number", "raw", "texts", "map", "optional", "array", "object"})
    void cannotReturnAnythingButMessages(String method) {
        HandlerMappingException refused = refused(method);

        assertThat(refused.description())
                .isEqualTo("The handler method " + Greetings.class.getName() + "." + method + " returns "
                        + method(method).getGenericReturnType().getTypeName() + ".");
        assertThat(refused.action())
                .startsWith("Return nothing, a LiveViewMessage or a List<LiveViewMessage>")
                .endsWith("declare a HandlerMethodReturnValueAdapter bean.");
    }

    @Test
    void cannotHaveAParameterThatNobodyKnows() {
        HandlerMappingException refused = refused("extended", of(Integer.class, 7));

        assertThat(refused.description()).endsWith(".extended has a parameter of type java.lang.String.");
        assertThat(refused.action())
                .contains("LiveViewConsumer, LiveViewContent, Map<String, Object>, Principal, Locale")
                .contains("HandlerMethodArgumentResolver");
    }

    @Test
    void cannotBeInAModuleThatIsClosed() throws Exception {
        Method closed = Class.forName("jdk.internal.misc.VM").getDeclaredMethod("initLevel");

        assertThat(catchThrowableOfType(
                                HandlerMappingException.class,
                                () -> HandlerMethod.of(() -> greetings, method("plain"), closed, List.of(), List.of()))
                        .description())
                .contains(".plain cannot be called from outside its module");
    }

    private HandlerMappingException refused(String method, HandlerMethodArgumentResolver... resolvers) {
        HandlerMappingException refused =
                catchThrowableOfType(HandlerMappingException.class, () -> handler(method, resolvers));
        assertThat(refused).isNotNull();
        return refused;
    }

    private HandlerMethod handler(String method, HandlerMethodArgumentResolver... resolvers) {
        return HandlerMethod.of(() -> greetings, method(method), method(method), List.of(resolvers), List.of());
    }

    private static Method method(String name) {
        return Stream.of(Greetings.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static HandlerMethodArgumentResolver of(Class<?> type, Object value) {
        return new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(Parameter parameter) {
                return parameter.getType() == type;
            }

            @Override
            public Object resolveArgument(Parameter parameter, LiveViewConsumer consumer, LiveViewContent content) {
                return value;
            }
        };
    }
}
