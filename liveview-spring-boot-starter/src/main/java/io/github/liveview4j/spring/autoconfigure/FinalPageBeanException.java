package io.github.liveview4j.spring.autoconfigure;

/** Says that a page-scoped bean is of a final class, of which Spring can make no proxy. */
final class FinalPageBeanException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FinalPageBeanException(Class<?> type) {
        super("The class " + type.getName() + " has @LiveViewScope and is final: expected one that a proxy can extend, "
                + "which stands for the instance of each page");
    }
}
