package io.github.liveview4j.spring.thymeleaf.shop;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.handler.HandlerMethodRegistry;
import io.github.liveview4j.handler.HandlerResult;
import java.lang.reflect.Proxy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Shows what a handler would send as the view of a controller, so that the two can be compared. */
@Controller
class ViewController {

    private static final LiveViewConsumer NOBODY = (LiveViewConsumer) Proxy.newProxyInstance(
            ViewController.class.getClassLoader(), new Class<?>[] {LiveViewConsumer.class}, (proxy, method, args) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    private final HandlerMethodRegistry handlers;

    ViewController(HandlerMethodRegistry handlers) {
        this.handlers = handlers;
    }

    @GetMapping("/view/{handler}")
    ModelAndView view(@PathVariable String handler) throws Throwable {
        HandlerResult result = handlers.find(handler).orElseThrow().invoke(NOBODY, LiveViewContent.of(handler));
        LiveViewMessage message = ((HandlerResult.Messages) result).messages().get(0);
        return new ModelAndView(String.valueOf(message.template()), message.model());
    }
}
