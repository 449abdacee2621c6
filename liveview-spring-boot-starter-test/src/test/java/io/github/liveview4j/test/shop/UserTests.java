package io.github.liveview4j.test.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.test.LiveViewTest;
import io.github.liveview4j.test.LiveViewTester;
import io.github.liveview4j.test.TestPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;

@LiveViewTest
class UserTests {

    @Autowired
    private LiveViewTester tester;

    @Test
    void nobodyIsSentToTheSignIn() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> tester.open("/orders/7"))
                .withMessageContaining("/login");
    }

    @Test
    void userIsWhoTheTestSays() {
        TestPage page = tester.as("ana", "ADMIN").open("/orders/{id}", 7);

        page.element("#who_am_i").click();

        assertThat(page).hasUser("ana").element("#who").hasText("ana");
        assertThat(page).element("#order").hasText("Order 7");
    }

    @Test
    @WithMockUser("grace")
    void userIsWhoTheTestRunsAs() {
        TestPage page = tester.open("/orders/7");
        page.disconnect();
        page.reconnect();

        page.element("#who_am_i").click();

        assertThat(page).element("#who").hasText("grace");
    }

    @Test
    @WithMockUser("grace")
    void whoIsNamedGoesFirst() {
        assertThat(tester.as("ana").open("/orders/7")).hasUser("ana");
        assertThat(tester.with(SecurityMockMvcRequestPostProcessors.anonymous()).open("/"))
                .hasNoFailures();
    }

    @Test
    void usersArePagesApart() {
        TestPage ana = tester.as("ana").open("/orders/7");
        TestPage grace = tester.as("grace").open("/orders/7");

        ana.element("#who_am_i").click();
        grace.element("#who_am_i").click();

        assertThat(ana).element("#who").hasText("ana");
        assertThat(grace).element("#who").hasText("grace");
    }
}
