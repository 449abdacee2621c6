package io.github.liveview4j;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Keeps what one logger, or those of a package, say from warnings on, until it is closed; away from the console. */
public final class LogCapture implements AutoCloseable {

    private final Logger logger;
    private final boolean additive;
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    public LogCapture(String logger) {
        this.logger = (Logger) LoggerFactory.getLogger(logger);
        additive = this.logger.isAdditive();
        this.logger.setAdditive(false);
        appender.start();
        this.logger.addAppender(appender);
    }

    public List<ILoggingEvent> entries() {
        return List.copyOf(appender.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .toList();
    }

    public List<String> messages() {
        return entries().stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** Level and message of each entry. */
    public List<String> lines() {
        return entries().stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    public static @Nullable Throwable causeOf(ILoggingEvent event) {
        return event.getThrowableProxy() instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setAdditive(additive);
    }
}
