package io.github.liveview4j.test;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The pages that tests have opened in a context, to be closed when the test has ended. For any thread. */
final class OpenPages {

    private final Queue<TestPage> pages = new ConcurrentLinkedQueue<>();

    TestPage add(TestPage page) {
        pages.add(page);
        return page;
    }

    void closeAll() {
        for (TestPage page = pages.poll(); page != null; page = pages.poll()) {
            page.close();
        }
    }
}
