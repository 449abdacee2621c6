package io.github.liveview4j.spring.hostile;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;

/**
 * Reads all that is logged, in place of the console, and keeps what should not be there: an error, a stack trace at a warning,
 * what a person typed. Also what a thread died of.
 *
 * <p>For any thread.
 */
final class LogWatch extends UnsynchronizedAppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final int ENOUGH = 20;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.github.liveview4j");
    private final List<Appender<ILoggingEvent>> before = new ArrayList<>();
    private final Thread.UncaughtExceptionHandler handlerBefore = Thread.getDefaultUncaughtExceptionHandler();
    private final Queue<String> findings = new ConcurrentLinkedQueue<>();
    private final AtomicLong entries = new AtomicLong();

    LogWatch() {
        for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
            before.add(all.next());
        }
        before.forEach(root::detachAppender);
        setContext(root.getLoggerContext());
        start();
        root.addAppender(this);
        ours.setLevel(Level.TRACE);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> find(thread + " died of " + failure));
    }

    @Override
    protected void append(ILoggingEvent event) {
        entries.incrementAndGet();
        String message = event.getFormattedMessage();
        IThrowableProxy cause = event.getThrowableProxy();
        boolean warns = event.getLevel().isGreaterOrEqual(Level.WARN);
        if (event.getLevel().isGreaterOrEqual(Level.ERROR) || (warns && cause != null)) {
            find(event.getLevel() + " " + event.getLoggerName() + ": " + message + trace(cause));
        }
        if (message.contains(HostileValues.SECRET)) {
            find("Typed text in the log: " + message);
        }
        for (IThrowableProxy each = cause; each != null; each = each.getCause()) {
            if (String.valueOf(each.getMessage()).contains(HostileValues.SECRET)) {
                find("Typed text in an exception in the log: " + message + trace(cause));
            }
        }
    }

    private static String trace(IThrowableProxy cause) {
        StringBuilder trace = new StringBuilder();
        for (IThrowableProxy each = cause; each != null; each = each.getCause()) {
            trace.append("\n  ").append(each.getClassName()).append(": ").append(each.getMessage());
            for (int i = 0; i < Math.min(8, each.getStackTraceElementProxyArray().length); i++) {
                trace.append("\n    ").append(each.getStackTraceElementProxyArray()[i]);
            }
        }
        return trace.toString();
    }

    private void find(String finding) {
        if (findings.size() < ENOUGH) {
            findings.add(finding);
        }
    }

    /** What should not have been logged, at most some. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    /** How much was logged at all. */
    long entries() {
        return entries.get();
    }

    @Override
    public void close() {
        root.detachAppender(this);
        before.forEach(root::addAppender);
        ours.setLevel(null);
        stop();
        Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
    }
}
