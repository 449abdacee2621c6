package io.github.liveview4j.examples.showcase.docs;

class SoldOutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int article;

    SoldOutException(int article) {
        super("Article " + article + " is sold out");
        this.article = article;
    }

    int article() {
        return article;
    }
}
