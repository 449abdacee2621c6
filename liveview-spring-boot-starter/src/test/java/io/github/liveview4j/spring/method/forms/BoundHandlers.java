package io.github.liveview4j.spring.method.forms;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.spring.scope.LiveViewScope;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;

/** Handlers of kinds of classes that say which fields of their forms may be bound. */
final class BoundHandlers {

    private BoundHandlers() {}

    /** One instance for each page, behind a proxy. */
    @LiveViewScope
    static class OfPage {

        @LiveViewHandler("bound_of_page")
        LiveViewMessage bound(Profile profile) {
            return shown(profile);
        }

        @InitBinder
        void nickOnly(WebDataBinder binder) {
            binder.setAllowedFields("nick");
        }
    }

    /** Has the handler, and not what the binder is told. */
    abstract static class Base {

        @LiveViewHandler("bound_inherited")
        LiveViewMessage bound(Profile profile) {
            return shown(profile);
        }
    }

    /** Inherits the handler. */
    static class Inheriting extends Base {

        @LiveViewHandler("bound_own")
        LiveViewMessage own(Profile profile) {
            return shown(profile);
        }

        @InitBinder
        void nickOnly(WebDataBinder binder) {
            binder.setAllowedFields("nick");
        }
    }

    private static LiveViewMessage shown(Profile profile) {
        return replace("#t").text(profile.getNick() + " " + profile.isShown());
    }
}
