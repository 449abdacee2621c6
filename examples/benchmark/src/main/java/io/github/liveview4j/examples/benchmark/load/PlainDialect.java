package io.github.liveview4j.examples.benchmark.load;

import java.util.Map;

/** The hand-written application's: whoever is connected is there, an answer is an update. */
public final class PlainDialect implements Dialect {

    @Override
    public String path(long page) {
        return "/ws/liveview/" + page;
    }

    @Override
    public Map<String, String> headers(long page) {
        return Map.of();
    }

    @Override
    public String hello(long page) {
        return "{\"function\":\"hello\"}";
    }

    @Override
    public String pong() {
        return "";
    }

    @Override
    public String call() {
        return "{\"function\":\"say_hello\",\"data\":{\"seq\":{seq}},\"form\":{\"name\":\"Ada\"},\"lang\":\"en\"}";
    }

    @Override
    public String note() {
        return "{\"function\":\"notify_all\",\"data\":{},\"form\":{\"text\":\"@@{seq}@@{pad}\"},\"lang\":\"en\"}";
    }

    @Override
    public String reply() {
        return "\"target\":\"#greeting\"";
    }

    @Override
    public String mark(Heard heard) {
        return heard == Heard.WELCOME ? "\"welcome\"" : "";
    }
}
