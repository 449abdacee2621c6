package io.github.liveview4j.examples.showcase.recipes.search;

/** How often a page has searched. The calls of one page run one after the other. */
class Calls {

    private int atEveryKey;
    private int debounced;
    private int throttled;

    void count(String when) {
        switch (when) {
            case "debounced" -> debounced++;
            case "throttled" -> throttled++;
            default -> atEveryKey++;
        }
    }

    public int getAtEveryKey() {
        return atEveryKey;
    }

    public int getDebounced() {
        return debounced;
    }

    public int getThrottled() {
        return throttled;
    }
}
