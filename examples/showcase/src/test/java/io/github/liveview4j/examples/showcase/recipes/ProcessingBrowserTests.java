package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

class ProcessingBrowserTests extends RecipeTest {

    @Autowired
    @Qualifier("applicationTaskExecutor")
    private ThreadPoolTaskExecutor executor;

    @Test
    @DisplayName("D10: the page answers while its work goes on in the background, which says when it is done")
    void pageStaysResponsiveWhileItsDataIsProcessed() {
        Page page = open("processing");
        Locator status = page.locator("#status");
        CountDownLatch free = new CountDownLatch(1);
        try {
            // Work that waits for a thread goes on for as long as the test likes.
            for (int i = 0; i < executor.getCorePoolSize(); i++) {
                executor.execute(() -> await(free));
            }
            button(demo(page), "Process the data").click();
            assertThat(status).hasText("Processing...");

            button(demo(page), "What time is it").click();
            assertThat(page.locator("#time")).hasText(Pattern.compile("Meanwhile it is \\d\\d:\\d\\d.*"));
            assertThat(status).hasText("Processing...");
        } finally {
            free.countDown();
        }

        assertThat(status).hasText("Done: 3000 articles");
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
