package io.github.liveview4j.examples.showcase.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.PageAssertions.HasURLOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** What somebody sees in one tab when they sign out in another. */
class SignOutBrowserTests extends RecipeTest {

    /** Far below the five seconds in which the sockets are looked at in turn. */
    private static final double SOON = 3_000;

    /** One page that is shown to nobody else. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Guarded {

        @Bean
        @Order(1)
        SecurityFilterChain guarded(HttpSecurity http) {
            return http.securityMatcher("/recipes/edit")
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(form -> form.loginPage("/login"))
                    .build();
        }
    }

    private void signOutInAnotherTab(Page page) {
        Page other = page.context().newPage();
        other.navigate(url("/"));
        button(other.locator("header"), "Sign out").click();
        assertThat(other).hasURL(Pattern.compile(".*/login\\?logout"));
    }

    @Test
    void aPageThatIsOnlyForWhoIsSignedInBecomesTheSignIn() {
        Page page = openAs("ada", "edit");

        signOutInAnotherTab(page);

        assertThat(page).hasURL(Pattern.compile(".*/login"), new HasURLOptions().setTimeout(SOON));
        assertThat(page.getByLabel("Password")).isVisible();
    }

    @Test
    void aPageThatIsForEverybodyBecomesNobodysAndKeepsWhatWasTyped() {
        Page page = openAs("ada", "contact");
        page.getByLabel("Your name").fill("Ada Lovelace");

        signOutInAnotherTab(page);

        assertThat(page.getByText("Signed in as")).hasCount(0, new HasCountOptions().setTimeout(SOON));
        assertThat(page.getByText("Sign in")).isVisible();
        live(page);
        assertThat(page.getByLabel("Your name").inputValue()).isEqualTo("Ada Lovelace");
    }
}
