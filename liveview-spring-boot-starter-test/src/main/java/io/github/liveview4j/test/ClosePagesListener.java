package io.github.liveview4j.test;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Closes the pages of a test when it has ended: the next one may run in the same context. For any thread. */
final class ClosePagesListener implements TestExecutionListener {

    @Override
    public void afterTestMethod(TestContext testContext) {
        if (testContext.hasApplicationContext()) {
            testContext.getApplicationContext().getBeanProvider(OpenPages.class).forEach(OpenPages::closeAll);
        }
    }
}
