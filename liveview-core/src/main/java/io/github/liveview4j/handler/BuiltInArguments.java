package io.github.liveview4j.handler;

import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewContent;
import java.lang.reflect.Parameter;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters that every handler may have, whatever the framework around it. */
enum BuiltInArguments implements HandlerMethodArgumentResolver {
    CONSUMER {
        @Override
        public boolean supportsParameter(Parameter parameter) {
            return parameter.getType() == LiveViewConsumer.class;
        }

        @Override
        public Object resolveArgument(Parameter parameter, LiveViewConsumer consumer, LiveViewContent content) {
            return consumer;
        }
    },
    CONTENT {
        @Override
        public boolean supportsParameter(Parameter parameter) {
            // A map with an annotation is what the annotation says.
            return parameter.getType() == LiveViewContent.class
                    || (parameter.getType() == Map.class && parameter.getAnnotations().length == 0);
        }

        @Override
        public Object resolveArgument(Parameter parameter, LiveViewConsumer consumer, LiveViewContent content) {
            return content;
        }
    },
    PRINCIPAL {
        @Override
        public boolean supportsParameter(Parameter parameter) {
            return parameter.getType() == Principal.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                Parameter parameter, LiveViewConsumer consumer, LiveViewContent content) {
            return consumer.user().orElse(null);
        }
    },
    LOCALE {
        @Override
        public boolean supportsParameter(Parameter parameter) {
            return parameter.getType() == Locale.class;
        }

        @Override
        public Object resolveArgument(Parameter parameter, LiveViewConsumer consumer, LiveViewContent content) {
            return consumer.locale();
        }
    };

    static final String NAMES = "LiveViewConsumer, LiveViewContent, Map<String, Object>, Principal, Locale";

    static List<HandlerMethodArgumentResolver> all() {
        return List.of(values());
    }
}
