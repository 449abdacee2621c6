package io.github.liveview4j.spring.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.LiveViewPage;
import io.github.liveview4j.handler.HandlerMappingException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.InputStream;
import java.io.Writer;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockServletContext;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.support.SessionStatus;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What no handler can have as a parameter, found at the start. */
class RefusedArgumentsTests {

    private static AnnotationConfigWebApplicationContext context;

    @BeforeAll
    static void start() {
        context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(Mvc.class);
        context.refresh();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    static class Mvc {

        @Bean
        Stock stock() {
            return new Stock();
        }
    }

    static class Stock {}

    record Form(@Nullable String text) {}

    static class TwoConstructors {
        TwoConstructors(String a) {}

        TwoConstructors(String a, String b) {}
    }

    class Inner {}

    abstract static class Abstract {}

    @Validated
    @SuppressWarnings("unused") // looked at by name
    static class Checked {
        void constrained(@Min(1) int page) {}
    }

    @SuppressWarnings("unused") // looked at by name
    static class Handlers {
        void constrained(@Min(1) int page) {}

        void path(@PathVariable String id) {}

        void pathMap(@PathVariable Map<String, String> all) {}

        void matrix(@MatrixVariable String id) {}

        void body(@RequestBody Form form) {}

        void entity(HttpEntity<Form> entity) {}

        void part(@RequestPart Form form) {}

        void file(MultipartFile file) {}

        void files(@RequestParam List<MultipartFile> files) {}

        void response(HttpServletResponse response) {}

        void writer(Writer writer) {}

        void input(InputStream input) {}

        void status(SessionStatus status) {}

        void redirect(RedirectAttributes attributes) {}

        void uri(UriComponentsBuilder builder) {}

        void method(HttpMethod method) {}

        void page(LiveViewPage page) {}

        void service(Stock stock) {}

        void annotatedService(@ModelAttribute Stock stock) {}

        void anInterface(Executor executor) {}

        void list(List<String> list) {}

        void texts(Set<String> list) {}

        void array(Form[] forms) {}

        void jdk(Object object) {}

        void hashMapOfForms(java.util.concurrent.ConcurrentHashMap<String, Form> forms) {}

        void ours(LiveViewMessage message) {}

        void twoConstructors(TwoConstructors form) {}

        void inner(Inner inner) {}

        void anAbstract(Abstract form) {}

        void clock(Clock clock) {}

        void errors(BindingResult errors) {}

        void errorsAfterValue(String text, Errors errors) {}

        void errorsBeforeForm(Errors errors, Form form) {}

        void fine(
                Form form,
                BindingResult errors,
                Optional<Form> optional,
                Errors otherErrors,
                String text,
                Model model,
                ModelMap map,
                WebRequest request,
                @RequestParam List<String> tags) {}
    }

    private static Method method(String name) {
        return Stream.of(Handlers.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable HandlerMappingException refused(String name) {
        MvcArguments arguments = new MvcArguments(context);
        return catchThrowableOfType(
                HandlerMappingException.class,
                () -> Stream.of(method(name).getParameters()).forEach(arguments::supportsParameter));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path | no path",
                "pathMap | no path",
                "matrix | no path",
                "method | no path",
                "body | no body",
                "entity | no body",
                "input | no body",
                "part | Files are not sent",
                "file | Files are not sent",
                "files | Files are not sent",
                "response | no response",
                "writer | no response",
                "status | LiveViewConsumer.attributes()",
                "redirect | Send a message that redirects",
                "uri | fromCurrentContextPath()",
                "page | Take LiveViewConsumer"
            })
    void whatNeedsARequestIsRefusedWithWhatToUseInstead(String method, String action) {
        HandlerMappingException refused = refused(method);

        assertThat(refused).isNotNull();
        assertThat(refused.description())
                .isEqualTo("The handler method " + Handlers.class.getName() + "." + method
                        + " has a parameter of type "
                        + method(method).getGenericParameterTypes()[0].getTypeName()
                        + " that a call over a WebSocket cannot give.");
        assertThat(refused.action()).contains(action);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "service | is a bean",
                "annotatedService | is a bean",
                "anInterface | cannot be instantiated",
                "list | cannot be instantiated",
                "texts | cannot be instantiated",
                "array | cannot be instantiated",
                "anAbstract | cannot be instantiated",
                "clock | cannot be instantiated",
                "hashMapOfForms | is no class of the application's",
                "ours | is no class of the application's",
                "inner | is an inner class, which is not static",
                "twoConstructors | has more than one constructor and none without parameters"
            })
    void whatIsNoFormIsRefusedWithWhatIsKnown(String method, String why) {
        HandlerMappingException refused = refused(method);

        assertThat(refused).isNotNull();
        assertThat(refused.description())
                .startsWith(
                        "The handler method " + Handlers.class.getName() + "." + method + " has a parameter of type ")
                .endsWith(", which is no form: it " + why + ".");
        assertThat(refused.action())
                .contains("A service belongs in the constructor", "HandlerMethodArgumentResolver", "@RequestParam");
    }

    @Test
    void aConstraintThatNobodyChecksIsRefused() {
        HandlerMappingException refused = refused("constrained");

        assertThat(refused).isNotNull();
        assertThat(refused.description()).endsWith("of type int with a constraint, @Min, that nobody checks.");
        assertThat(refused.action()).contains("@Validated");
    }

    @Test
    void aConstraintIsFineWhereSpringChecksIt() throws NoSuchMethodException {
        MvcArguments arguments = new MvcArguments(context);

        assertThat(arguments.supportsParameter(Checked.class.getDeclaredMethod("constrained", int.class)
                        .getParameters()[0]))
                .isTrue();
    }

    @Test
    void aTypeThatSaysNothingIsRefused() {
        HandlerMappingException refused = refused("jdk");

        assertThat(refused).isNotNull();
        assertThat(refused.description()).endsWith(".jdk has a parameter of type java.lang.Object.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"errors", "errorsAfterValue", "errorsBeforeForm"})
    void errorsThatFollowNoFormAreRefused(String method) {
        HandlerMappingException refused = refused(method);

        assertThat(refused).isNotNull();
        assertThat(refused.description()).endsWith(" that follows no form.");
        assertThat(refused.action()).isEqualTo("Put it right after the form it is about.");
    }

    @Test
    void theRestIsTaken() {
        assertThat(refused("fine")).isNull();
    }

    @Test
    void nothingIsKnownWithoutSpringMvc() {
        MvcArguments arguments = new MvcArguments(new DefaultListableBeanFactory());

        assertThat(arguments.supportsParameter(method("fine").getParameters()[0]))
                .isFalse();
    }
}
