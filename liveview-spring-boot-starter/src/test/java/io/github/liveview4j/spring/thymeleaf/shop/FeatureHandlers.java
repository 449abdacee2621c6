package io.github.liveview4j.spring.thymeleaf.shop;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.time.LocalDate;
import java.util.List;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** One handler a feature of Thymeleaf; each answers with the fragment of its own name. */
class FeatureHandlers {

    private final KeptPages kept;

    FeatureHandlers(KeptPages kept) {
        this.kept = kept;
    }

    private static LiveViewMessage fragment(String name) {
        return replace("#target").template("features/page :: " + name);
    }

    @LiveViewHandler
    LiveViewMessage text() {
        return fragment("text").with("text", "a < b");
    }

    @LiveViewHandler
    LiveViewMessage each() {
        return fragment("each").with("items", List.of("tea", "salt"));
    }

    @LiveViewHandler
    LiveViewMessage inlined() {
        return fragment("inlined").with("text", "a < b");
    }

    @LiveViewHandler
    LiveViewMessage script() {
        return fragment("script").with("text", "it's </script>");
    }

    @LiveViewHandler
    LiveViewMessage message() {
        return fragment("message").with("name", "Ada");
    }

    @LiveViewHandler
    LiveViewMessage other() {
        return fragment("other").with("text", "new");
    }

    @LiveViewHandler
    LiveViewMessage utilities() {
        return fragment("utilities").with("day", LocalDate.of(2026, 2, 3)).with("items", List.of("tea", "salt"));
    }

    @LiveViewHandler
    LiveViewMessage types() {
        return fragment("types");
    }

    @LiveViewHandler
    LiveViewMessage links() {
        return fragment("links");
    }

    @LiveViewHandler
    LiveViewMessage applicationLink() {
        return fragment("applicationLink").with("id", 7);
    }

    @LiveViewHandler
    LiveViewMessage action() {
        return fragment("action");
    }

    @LiveViewHandler
    LiveViewMessage wishForm() {
        return fragment("wish");
    }

    @LiveViewHandler
    LiveViewMessage wish(LiveViewContent content) {
        return replace("#target").text("wished for " + content.form("article"));
    }

    @LiveViewHandler
    LiveViewMessage bean() {
        return fragment("bean");
    }

    @LiveViewHandler
    LiveViewMessage converted() {
        return fragment("converted").with("price", new ShopApplication.Money(1200));
    }

    @LiveViewHandler
    LiveViewMessage param() {
        return fragment("param");
    }

    @LiveViewHandler
    LiveViewMessage selection() {
        return fragment("selection").with("order", new OrderForm("tea", 3));
    }

    @LiveViewHandler
    LiveViewMessage field() {
        return fragment("field").with("order", new OrderForm("tea", 3));
    }

    @LiveViewHandler
    LiveViewMessage errors() {
        BindingResult result = new BeanPropertyBindingResult(new OrderForm("tea", -1), "order");
        result.rejectValue("quantity", "quantity.negative");
        result.reject("order.closed");
        return fragment("errors").with(result.getModel());
    }

    @LiveViewHandler
    LiveViewMessage authorize() {
        return fragment("authorize");
    }

    @LiveViewHandler
    LiveViewMessage authorizeUrl() {
        return fragment("authorizeUrl");
    }

    @LiveViewHandler
    LiveViewMessage authentication() {
        return fragment("authentication");
    }

    @LiveViewHandler
    LiveViewMessage authorization() {
        return fragment("authorization");
    }

    @LiveViewHandler
    LiveViewMessage session() {
        return fragment("session");
    }

    @LiveViewHandler
    LiveViewMessage mvcUrl() {
        return fragment("mvcUrl");
    }

    @LiveViewHandler
    LiveViewMessage row() {
        return fragment("row").with("item", "tea").with("index", 2);
    }

    @LiveViewHandler
    LiveViewMessage whole() {
        return replace("#target").template("features/whole").with("text", "a < b");
    }

    @LiveViewHandler
    LiveViewMessage empty() {
        return fragment("empty");
    }

    @LiveViewHandler
    LiveViewMessage hidden() {
        return fragment("hidden");
    }

    @LiveViewHandler
    LiveViewMessage missingFragment() {
        return fragment("nowhere");
    }

    @LiveViewHandler
    void missingFragmentSent(LiveViewConsumer page) {
        page.send(fragment("nowhere"));
    }

    @LiveViewHandler
    LiveViewMessage missingTemplate() {
        return replace("#target").template("features/gone :: part");
    }

    @LiveViewHandler
    LiveViewMessage brokenExpression() {
        return fragment("broken");
    }

    @LiveViewHandler
    void broadcastEverything(LiveViewConsumer page) {
        page.broadcast(fragment("neutral"));
    }

    @LiveViewHandler
    void keep(LiveViewConsumer page) {
        kept.keep(page);
    }

    private static LiveViewMessage dialect(String fragment) {
        return replace("#target").template("dialect/page :: " + fragment);
    }

    @LiveViewHandler("dialect_script")
    LiveViewMessage dialectScript() {
        return dialect("script").with("nonce", "r4nd");
    }

    @LiveViewHandler("dialect_rows")
    LiveViewMessage dialectRows() {
        return dialect("rows").with("items", List.of("tea", "salt", "<b>"));
    }

    @LiveViewHandler("dialect_form")
    LiveViewMessage dialectForm() {
        return dialect("form");
    }
}
