package io.github.liveview4j.spring.thymeleaf.shop;

/** The object behind the form. */
public final class OrderForm {

    private final String article;
    private final int quantity;

    OrderForm(String article, int quantity) {
        this.article = article;
        this.quantity = quantity;
    }

    public String getArticle() {
        return article;
    }

    public int getQuantity() {
        return quantity;
    }
}
