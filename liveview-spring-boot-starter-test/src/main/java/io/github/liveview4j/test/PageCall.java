package io.github.liveview4j.test;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of a page that is under way, or was. Guarded by the lock of its page. */
final class PageCall {

    private final String function;
    private final Map<String, ?> data;
    private final List<Map.Entry<String, String>> form;
    private final List<String> untouched;
    private @Nullable PageFailure failure;

    PageCall(String function, Map<String, ?> data, List<Map.Entry<String, String>> form, List<String> untouched) {
        this.function = function;
        this.data = data;
        this.form = form;
        this.untouched = untouched;
    }

    String function() {
        return function;
    }

    Map<String, ?> data() {
        return data;
    }

    List<Map.Entry<String, String>> form() {
        return form;
    }

    /** Returns the names of the fields of the form in which the user has not been. */
    List<String> untouched() {
        return untouched;
    }

    @Nullable
    PageFailure failure() {
        return failure;
    }

    void end(@Nullable PageFailure with) {
        failure = with;
    }

    /** Whether two are the same request, of which one is made at a time. */
    boolean isLike(PageCall other) {
        return function.equals(other.function) && data.equals(other.data);
    }
}
