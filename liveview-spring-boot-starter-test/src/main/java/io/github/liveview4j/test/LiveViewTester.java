package io.github.liveview4j.test;

import io.github.liveview4j.test.TestBrowser.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Opens live pages, as somebody: a bean of tests with {@link LiveViewTest} or {@link AutoConfigureLiveView}.
 *
 * <pre>{@code
 * TestPage page = tester.as("ana").open("/orders/{id}", 7);
 * page.element("#ship").click();
 * assertThat(page).element("#state").hasText("shipped");
 * }</pre>
 *
 * <p>The page is fetched with MockMvc, through all filters, and so is its handshake. Whom the test runs as, by {@code @WithMockUser}
 * and the like, is the page's user. Each page that is opened here is that of a browser of its own, with an HTTP session of its own;
 * {@link TestPage#open} opens another tab. Immutable: every word returns another tester. For any thread.
 */
public final class LiveViewTester {

    /** What is the same for all testers of a context. */
    record Shared(MockMvc mvc, CallFailures causes, HandlerNames handlers, OpenPages pages) {}

    private final Shared shared;
    private final PageSettings settings;
    private final List<RequestPostProcessor> processors;
    private final HttpHeaders headers;
    private final @Nullable MockHttpSession session;

    LiveViewTester(Shared shared, PageSettings settings) {
        this(shared, settings, List.of(), new HttpHeaders(), null);
    }

    private LiveViewTester(
            Shared shared,
            PageSettings settings,
            List<RequestPostProcessor> processors,
            HttpHeaders headers,
            @Nullable MockHttpSession session) {
        this.shared = shared;
        this.settings = settings;
        this.processors = processors;
        this.headers = headers;
        this.session = session;
    }

    /**
     * Signs a user in, in every request of the pages: with Spring Security's test support where it is there, so that the filters see
     * them.
     *
     * @param name the user's name
     * @param roles the roles without {@code ROLE_}; {@code USER} where none is named
     */
    public LiveViewTester as(String name, String... roles) {
        return with(SignedIn.as(name, roles));
    }

    /**
     * Changes every request of the pages, that of the handshake too.
     *
     * @param processor such as those of Spring Security's {@code SecurityMockMvcRequestPostProcessors}
     */
    public LiveViewTester with(RequestPostProcessor processor) {
        List<RequestPostProcessor> more = new ArrayList<>(processors);
        more.add(processor);
        return new LiveViewTester(shared, settings, List.copyOf(more), headers, session);
    }

    /** Says which language the browser asks for, in place of English. */
    public LiveViewTester locale(Locale locale) {
        return header(HttpHeaders.ACCEPT_LANGUAGE, locale.toLanguageTag());
    }

    /** Adds a header to every request of the pages, that of the handshake too. */
    public LiveViewTester header(String name, String... values) {
        HttpHeaders more = HttpHeaders.copyOf(headers);
        more.put(name, List.of(values));
        return new LiveViewTester(shared, settings, processors, more, session);
    }

    /** Opens pages in an HTTP session that is there already. */
    public LiveViewTester session(MockHttpSession known) {
        return new LiveViewTester(shared, settings, processors, headers, known);
    }

    /** Says how long assertions wait at most, in place of 5 seconds ({@code liveview.test.timeout}). */
    public LiveViewTester timeout(Duration timeout) {
        return new LiveViewTester(shared, settings.within(timeout), processors, headers, session);
    }

    /** Says whether what looks like a mistake is an error ({@code liveview.test.fail-on-warnings}), see {@link TestPage#warnings()}. */
    public LiveViewTester failOnWarnings(boolean fails) {
        return new LiveViewTester(shared, settings.failOnWarnings(fails), processors, headers, session);
    }

    /**
     * Opens a page, following redirects, and returns when it is connected and the calls of {@code data-liveview-init} are answered.
     *
     * @param url the address without the origin, with variables such as {@code {id}}
     * @param variables their values
     * @throws AssertionError if there is no such page, it is not live, its handshake is refused, or one of the calls fails
     */
    public TestPage open(String url, Object... variables) {
        List<RequestPostProcessor> all = new ArrayList<>();
        SignedIn.ofTest().ifPresent(all::add);
        all.addAll(processors);
        TestBrowser browser = new TestBrowser(shared.mvc(), all, headers, session);
        String address = variables.length == 0
                ? url
                : UriComponentsBuilder.fromUriString(url)
                        .encode()
                        .buildAndExpand(variables)
                        .toUriString();
        return open(browser, Question.get(address));
    }

    private TestPage open(TestBrowser browser, Question question) {
        LivePage page = LivePage.open(question, browser, settings, shared.causes(), shared.handlers());
        return shared.pages().add(new TestPage(page, next -> open(browser, next)));
    }
}
