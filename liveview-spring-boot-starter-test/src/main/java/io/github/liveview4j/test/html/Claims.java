package io.github.liveview4j.test.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * To whom the contents of the fields belong when html is renewed: what somebody has typed stays until a call that carried it has
 * been answered. The rules are those of the client's {@code claims.js}.
 *
 * <p>For the thread that owns the document.
 */
public final class Claims {

    private static final class Carried {
        private String state;
        private final Object call;
        private final boolean isFinal;

        Carried(String state, Object call, boolean isFinal) {
            this.state = state;
            this.call = call;
            this.isFinal = isFinal;
        }
    }

    private final Fields fields;
    private final Map<Element, Carried> told = new WeakHashMap<>();
    private final Map<Object, Map<Element, Carried>> unanswered = new HashMap<>();

    Claims(Fields fields) {
        this.fields = fields;
    }

    /**
     * A call is made.
     *
     * @param element what makes it
     * @param isFinal whether the user is done with the fields, as who submits them is
     */
    public void carry(Object call, Element element, boolean isFinal) {
        Element form = FormData.formAround(element);
        List<Element> carried = form == null ? List.of(element) : FormData.elements(form);
        Map<Element, Carried> states = new HashMap<>();
        carried.stream()
                .filter(Fields::isField)
                .forEach(field -> states.put(field, new Carried(fields.state(field), call, isFinal)));
        unanswered.put(call, states);
    }

    /** A call is answered, or begins to be; what comes with the answer is rendered after this. */
    public void answer(Object call) {
        told.putAll(unanswered.getOrDefault(call, Map.of()));
    }

    /** A call has ended, answered or not. */
    public void end(Object call) {
        unanswered.remove(call);
    }

    /** Returns whether what a field holds is the user's, against what a new one says. */
    boolean has(Element field, Element next, @Nullable Object answered, boolean isFetched) {
        Carried last = told.get(field);
        boolean isSame = last != null && last.state.equals(fields.state(field));
        if (last != null && last.call.equals(answered)) {
            return !isSame;
        }
        boolean isTheirs = fields.isChanged(field) || (last != null && !isSame);
        boolean isUnderWay = unanswered.entrySet().stream()
                .anyMatch(call ->
                        !call.getKey().equals(answered) && call.getValue().containsKey(field));
        if (isTheirs && isUnderWay) {
            return true;
        }
        if (!fields.isChanged(field)) {
            return false;
        }
        boolean isDecided = last != null && last.isFinal && !isFetched;
        return !isSame || !(isDecided || !fields.defaultState(next).equals(fields.defaultState(field)));
    }

    /** What the new html says has been taken over. */
    void took(Element field) {
        Carried last = told.get(field);
        if (last != null) {
            last.state = fields.state(field);
        }
    }
}
