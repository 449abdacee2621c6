package io.github.liveview4j.spring.view;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a view writes, as characters or as UTF-8, and takes no notice of what it says about its content.
 *
 * <p>The rest is refused by the response that it wraps: a message has no headers, no status and no redirect. For one render and
 * its thread.
 */
final class CapturedResponse extends HttpServletResponseWrapper {

    private final StringWriter characters = new StringWriter();
    private final PrintWriter writer = new PrintWriter(characters);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ServletOutputStream stream = new Stream();
    private @Nullable String contentType;

    CapturedResponse(HttpServletResponse detached) {
        super(detached);
    }

    /** Returns what was written so far. */
    String text() {
        writer.flush();
        return characters + bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public @Nullable String getContentType() {
        return contentType;
    }

    @Override
    public void setContentType(@Nullable String type) {
        contentType = type;
    }

    @Override
    public void setCharacterEncoding(@Nullable String charset) {
        // It stays text.
    }

    @Override
    public void setContentLength(int length) {
        // It becomes a part of a frame.
    }

    @Override
    public void setContentLengthLong(long length) {
        // It becomes a part of a frame.
    }

    @Override
    public void setLocale(Locale locale) {
        // The page has its language.
    }

    @Override
    public void flushBuffer() {
        // There is nobody to send it to yet.
    }

    private final class Stream extends ServletOutputStream {

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("A template is rendered at once, not when there is room for more");
        }

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes.write(b, off, len);
        }
    }
}
