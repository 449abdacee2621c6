package io.github.liveview4j.test;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.socket.WebSocketHttpHeaders;

/**
 * Who makes the requests of some pages: one user with one HTTP session and one set of cookies, over MockMvc.
 *
 * <p>For one thread at a time; what a page does by itself comes after what the test has done.
 */
final class TestBrowser {

    private static final int REDIRECTS = 10;

    private final MockMvc mvc;
    private final List<RequestPostProcessor> processors;
    private final HttpHeaders headers;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private @Nullable MockHttpSession session;

    /**
     * A page as it came.
     *
     * @param url its address, after redirects
     * @param status the status
     * @param html the body
     */
    record Answer(String url, int status, String html) {}

    /**
     * What is asked for: an address, or a form with its fields.
     *
     * @param isPost whether it is posted
     * @param url the address, with the fields of a form that is not posted
     * @param fields of a form that is posted
     */
    record Question(boolean isPost, String url, List<Map.Entry<String, String>> fields) {

        static Question get(String url) {
            return new Question(false, url, List.of());
        }

        static Question of(boolean isPost, String url, List<Map.Entry<String, String>> fields) {
            if (isPost) {
                return new Question(true, url, fields);
            }
            String query = fields.stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"));
            return get(url.split("[?#]", 2)[0] + "?" + query);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    TestBrowser(
            MockMvc mvc,
            List<RequestPostProcessor> processors,
            HttpHeaders headers,
            @Nullable MockHttpSession session) {
        this.mvc = mvc;
        this.processors = List.copyOf(processors);
        this.headers = headers;
        this.session = session;
    }

    /** Asks for a page, and follows redirects as a browser does. */
    synchronized Answer load(Question question) {
        Question next = question;
        List<String> way = new ArrayList<>();
        while (way.size() <= REDIRECTS) {
            way.add(next.url());
            MockHttpServletResponse response = perform(builder(next)).getResponse();
            String location = response.getHeader(HttpHeaders.LOCATION);
            if (response.getStatus() / 100 != 3 || location == null) {
                return new Answer(next.url(), response.getStatus(), html(next.url(), response));
            }
            next = Question.get(resolve(next.url(), location));
        }
        throw new AssertionError("Redirected without end: " + String.join(" to ", way));
    }

    private static String html(String url, MockHttpServletResponse response) {
        String type = response.getContentType();
        if (response.getStatus() == 200
                && type != null
                && !MediaType.parseMediaType(type).isCompatibleWith(MediaType.TEXT_HTML)) {
            throw new AssertionError("GET " + url + ": expected html, got " + type);
        }
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /**
     * Makes the handshake of a page.
     *
     * @param socket told where it was let through
     * @return the response's status
     */
    synchronized int connect(String url, PageSocket socket) {
        MockHttpServletRequestBuilder request = builder(Question.get(url))
                .header(HttpHeaders.UPGRADE, "websocket")
                .header(HttpHeaders.CONNECTION, "Upgrade")
                .header(HttpHeaders.ORIGIN, "http://localhost")
                .header(WebSocketHttpHeaders.SEC_WEBSOCKET_VERSION, "13")
                .header(WebSocketHttpHeaders.SEC_WEBSOCKET_KEY, "bGl2ZXZpZXcgaW4gYSB0ZXN0")
                .header(WebSocketHttpHeaders.SEC_WEBSOCKET_PROTOCOL, "liveview.v2")
                .requestAttr(InMemoryUpgrade.SOCKET, socket);
        return perform(request).getResponse().getStatus();
    }

    private MockHttpServletRequestBuilder builder(Question question) {
        URI uri = URI.create(question.url());
        MockHttpServletRequestBuilder builder =
                MockMvcRequestBuilders.request(question.isPost() ? HttpMethod.POST : HttpMethod.GET, uri);
        if (question.isPost()) {
            builder.contentType(MediaType.APPLICATION_FORM_URLENCODED);
            question.fields().forEach(field -> builder.param(field.getKey(), field.getValue()));
        }
        builder.accept(MediaType.TEXT_HTML, MediaType.ALL).headers(headers);
        if (!cookies.isEmpty()) {
            builder.cookie(cookies.values().toArray(Cookie[]::new));
        }
        MockHttpSession known = session;
        if (known != null && !known.isInvalid()) {
            builder.session(known);
        }
        processors.forEach(builder::with);
        return builder;
    }

    private MvcResult perform(MockHttpServletRequestBuilder builder) {
        MvcResult result;
        try {
            result = mvc.perform(builder).andReturn();
            if (result.getRequest().isAsyncStarted()) {
                result = mvc.perform(MockMvcRequestBuilders.asyncDispatch(result))
                        .andReturn();
            }
        } catch (Exception e) {
            throw new AssertionError("The request failed: " + rootOf(e), e);
        }
        if (result.getRequest().getSession(false) instanceof MockHttpSession current) {
            session = current;
        }
        for (Cookie cookie : result.getResponse().getCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
        return result;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Returns an address as it is meant on a page: without the own origin. */
    static String resolve(String page, String address) {
        URI resolved = URI.create("http://localhost").resolve(page).resolve(address.trim());
        String text = resolved.toString();
        return text.startsWith("http://localhost/") ? text.substring("http://localhost".length()) : text;
    }
}
