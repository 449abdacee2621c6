package io.github.liveview4j.spring.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.page.PageWords;
import io.github.liveview4j.spring.thymeleaf.page.PageApplication;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** The tag of a page, on a real server: its script is there, and the client that it loads finds the endpoint. */
class ServedScriptTests {

    private static final Pattern TAG = Pattern.compile(
            "<script src=\"(([^\"]*?)/liveview/liveview[^\"]*)\" defer(?: data-path=\"([^\"]*)\")?"
                    + " data-position=\"[\\w-]+:\\d+\" data-token=\"[^\"]+\" data-assets=\"[\\w-]{16}\" nonce=\"r4nd\"></script>");
    private static final String HASH = "\\?v=[0-9a-f]{12}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/page          | /liveview/liveview.min.js              | /ws/liveview          | ",
                "/shop/page     | /shop/liveview/liveview.min.js         | /shop/ws/liveview     |"
                        + " server.servlet.context-path=/shop",
                "/app/page      | /app/liveview/liveview.min.js          | /app/ws/liveview      |"
                        + " spring.mvc.servlet.path=/app",
                "/shop/app/page | /shop/app/liveview/liveview.min.js     | /shop/app/live        |"
                        + " server.servlet.context-path=/shop spring.mvc.servlet.path=/app liveview.path=/live/",
                "/shop/page     | /shop/assets/liveview/liveview.min.js  | /shop/ws/liveview     |"
                        + " server.servlet.context-path=/shop spring.mvc.static-path-pattern=/assets/**",
                "/shop/page     | /shop/liveview/liveview.min-[0-9a-f]{32}.js | /shop/ws/liveview |"
                        + " server.servlet.context-path=/shop spring.web.resources.chain.strategy.content.enabled=true",
                "/shop/app/page | /shop/app/assets/liveview/liveview.min-[0-9a-f]{32}.js | /shop/app/ws/liveview |"
                        + " server.servlet.context-path=/shop spring.mvc.servlet.path=/app"
                        + " spring.mvc.static-path-pattern=/assets/**"
                        + " spring.web.resources.chain.strategy.content.enabled=true",
                "/shop/page     | /shop/v9/liveview/liveview.min.js      | /shop/ws/liveview     |"
                        + " server.servlet.context-path=/shop spring.web.resources.chain.strategy.fixed.enabled=true"
                        + " spring.web.resources.chain.strategy.fixed.version=v9",
            })
    void thePageFindsItsScriptAndTheScriptItsEndpoint(String address, String script, String endpoint, String properties)
            throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
        if (properties != null) {
            List.of(properties.split(" ")).forEach(each -> arguments.add("--" + each));
        }
        try (ConfigurableApplicationContext application =
                new SpringApplicationBuilder(PageApplication.class).run(arguments.toArray(String[]::new))) {
            int port = application.getEnvironment().getRequiredProperty("local.server.port", int.class);
            TestBrowser browser = new TestBrowser(port, "");
            Matcher tag = TAG.matcher(browser.get(address).body());
            assertThat(tag.find()).isTrue();

            assertThat(tag.group(1)).matches(script.replace(".", "\\.") + HASH);
            HttpResponse<String> served = browser.get(tag.group(1));
            assertThat(served.statusCode()).isEqualTo(200);
            assertThat(served.body())
                    .isEqualTo(new ClassPathResource("META-INF/resources/liveview/liveview.min.js")
                            .getContentAsString(StandardCharsets.UTF_8));

            String derived = tag.group(3) != null ? tag.group(3) : tag.group(2) + "/ws/liveview";
            assertThat(derived).isEqualTo(endpoint);
            try (TestPage page = new TestPage()) {
                page.greet(browser.connect(derived + "/" + PageWords.freshRoom(), "liveview.v2", page), null);
            }
        }
    }
}
