package io.github.liveview4j.spring.method;

import io.github.liveview4j.LiveViewContent;
import java.beans.PropertyEditor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyEditorRegistry;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * A binding result with the errors of those fields only in which the user has been, and all values, also rejected ones.
 *
 * <p>An object counts as touched where one of its fields is. Errors of the form as a whole are shown once nothing is untouched: a
 * rule about two fields says nothing as long as somebody has still to come to the other. Reads through to the handler's own. For
 * threads that may use that one.
 */
final class TouchedErrors implements BindingResult {

    private final BindingResult all;
    private final Set<String> sent;
    private final Set<String> untouched;

    TouchedErrors(BindingResult all, LiveViewContent content) {
        this.all = all;
        this.sent = content.form().keySet();
        this.untouched = content.untouched();
    }

    private boolean isShown(FieldError error) {
        String field = error.getField();
        if (untouched.contains(field)) {
            return false;
        }
        return untouched.stream().noneMatch(name -> isBelow(name, field))
                || sent.stream().anyMatch(name -> isBelow(name, field) && !untouched.contains(name));
    }

    private static boolean isBelow(String name, String field) {
        return name.length() > field.length()
                && name.startsWith(field)
                && ".[".indexOf(name.charAt(field.length())) >= 0;
    }

    @Override
    public List<ObjectError> getGlobalErrors() {
        return untouched.isEmpty() ? all.getGlobalErrors() : List.of();
    }

    @Override
    public List<FieldError> getFieldErrors() {
        return all.getFieldErrors().stream().filter(this::isShown).toList();
    }

    @Override
    public List<FieldError> getFieldErrors(String field) {
        return all.getFieldErrors(field).stream().filter(this::isShown).toList();
    }

    @Override
    public @Nullable Object getTarget() {
        return all.getTarget();
    }

    @Override
    public Map<String, Object> getModel() {
        Map<String, Object> model = all.getModel();
        model.put(MODEL_KEY_PREFIX + getObjectName(), this);
        return model;
    }

    @Override
    public String getObjectName() {
        return all.getObjectName();
    }

    @Override
    public @Nullable Object getFieldValue(String field) {
        return all.getFieldValue(field);
    }

    @Override
    public @Nullable Object getRawFieldValue(String field) {
        return all.getRawFieldValue(field);
    }

    @Override
    public @Nullable Class<?> getFieldType(String field) {
        return all.getFieldType(field);
    }

    @Override
    public @Nullable PropertyEditor findEditor(@Nullable String field, @Nullable Class<?> valueType) {
        return all.findEditor(field, valueType);
    }

    @Override
    public @Nullable PropertyEditorRegistry getPropertyEditorRegistry() {
        return all.getPropertyEditorRegistry();
    }

    @Override
    public String[] resolveMessageCodes(String errorCode) {
        return all.resolveMessageCodes(errorCode);
    }

    @Override
    public String[] resolveMessageCodes(String errorCode, String field) {
        return all.resolveMessageCodes(errorCode, field);
    }

    @Override
    public void reject(String errorCode, Object @Nullable [] errorArgs, @Nullable String defaultMessage) {
        all.reject(errorCode, errorArgs, defaultMessage);
    }

    @Override
    public void rejectValue(
            @Nullable String field, String errorCode, Object @Nullable [] errorArgs, @Nullable String defaultMessage) {
        all.rejectValue(field, errorCode, errorArgs, defaultMessage);
    }

    @Override
    public void addError(ObjectError error) {
        all.addError(error);
    }

    @Override
    public String toString() {
        return "TouchedErrors[" + getObjectName() + "]";
    }
}
