package io.github.liveview4j.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages as they are first served, and the sign-in. */
@SpringBootTest
@AutoConfigureMockMvc
class PageTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Rooms rooms;

    @Autowired
    private Messages messages;

    private Room room;

    @BeforeEach
    void findARoom() {
        room = rooms.findByName("General").orElseThrow();
    }

    @Test
    void whoHasNotSignedInIsAskedForANameFirst() {
        assertThat(mvc.get().uri("/rooms/1")).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/sign-in");
        assertThat(mvc.get().uri("/sign-in")).hasStatusOk().bodyText().contains("Your name");
    }

    @Test
    void nameIsKeptInASignedCookieAndNothingInASession() {
        MvcTestResult signIn = signIn("Ada");

        assertThat(signIn).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/");
        assertThat(signIn).cookies().containsCookie("remember-me");
        assertThat(signIn.getRequest().getSession(false)).isNull();
        assertThat(mvc.get().uri("/").cookie(cookie(signIn)))
                .hasStatusOk()
                .bodyText()
                .contains("<b>Ada</b>");
    }

    @Test
    void cookieThatNobodyHasSignedIsWorthNothing() {
        Cookie cookie = cookie(signIn("Ada"));
        cookie.setValue(cookie.getValue().replaceFirst("^.", "X"));

        assertThat(mvc.get().uri("/").cookie(cookie)).hasRedirectedUrl("/sign-in");
    }

    @Test
    void nameThatIsNoneIsRefused() {
        assertThat(signIn("\"] * { display: none }")).hasRedirectedUrl("/sign-in?error");
        assertThat(signIn("")).hasRedirectedUrl("/sign-in?error");
        assertThat(signIn("x".repeat(25))).hasRedirectedUrl("/sign-in?error");
    }

    @Test
    void roomShowsWhatWasSaidAsText() {
        messages.save(new Message(room.getId(), "Grace", "<b>Good</b> morning"));

        assertThat(mvc.get().uri("/rooms/" + room.getId()).cookie(cookie(signIn("Ada"))))
                .hasStatusOk()
                .bodyText()
                .contains("data-author=\"Grace\"", "&lt;b&gt;Good&lt;/b&gt; morning")
                .containsPattern("<script src=\"/liveview/liveview.min.js[^>]* data-position=")
                .contains("data-token=");
    }

    @Test
    void roomThatIsNotThereIsNotFound() {
        assertThat(mvc.get().uri("/rooms/4711").cookie(cookie(signIn("Ada")))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void ownMessagesAreToldApartByAStyleSheet() {
        assertThat(mvc.get().uri("/mine.css").cookie(cookie(signIn("Ada"))))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/css")
                .bodyText()
                .startsWith(".message[data-author=\"Ada\"] {");
    }

    @Test
    void pagesHaveAStrictPolicy() {
        assertThat(mvc.get().uri("/sign-in"))
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policies -> assertThat(policies)
                                .singleElement()
                                .asString()
                                .contains("default-src 'none'", "require-trusted-types-for 'script'")
                                .doesNotContain("unsafe"));
    }

    private MvcTestResult signIn(String name) {
        return mvc.post().uri("/sign-in").param("name", name).with(csrf()).exchange();
    }

    private static Cookie cookie(MvcTestResult signIn) {
        Cookie cookie = signIn.getResponse().getCookie("remember-me");
        assertThat(cookie).isNotNull();
        return cookie;
    }
}
