package io.github.liveview4j.spring.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.RoomAuthorizer;
import io.github.liveview4j.spring.session.office.OfficeRooms;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.authority.AuthorityUtils;

class RoomRulesTests {

    private static final LiveViewHandshake NOBODY = LiveViewHandshake.of(null);
    private static final LiveViewHandshake ANA = as("ana", "ROLE_USER");
    private static final LiveViewHandshake CLERK = as("carl", "ROLE_CLERK");
    private static final LiveViewHandshake REMEMBERED = LiveViewHandshake.of(
            new RememberMeAuthenticationToken("key", "ana", AuthorityUtils.createAuthorityList("ROLE_USER")));

    private static LiveViewHandshake as(String name, String... authorities) {
        return LiveViewHandshake.of(UsernamePasswordAuthenticationToken.authenticated(
                name, null, AuthorityUtils.createAuthorityList(authorities)));
    }

    private static List<Boolean> admitted(RoomAuthorizer rules, String room) {
        return List.of(rules.admits(room, NOBODY), rules.admits(room, ANA), rules.admits(room, CLERK));
    }

    @Test
    void theFirstRuleOfTheRoomDecides() {
        RoomAuthorizer rules = RoomRules.of(rooms -> rooms.room("square")
                .permitAll()
                .room("lobby")
                .authenticated()
                .room("orders:archive")
                .denyAll()
                .room("orders:{id}")
                .hasRole("CLERK")
                .room("staff")
                .hasAnyAuthority("ROLE_CLERK", "ROLE_ADMIN")
                .room("user:{name}")
                .access((authentication, request) -> new AuthorizationDecision(
                        Objects.requireNonNull(authentication.get()).getName().equals(request.variable("name"))))
                .anyRoom()
                .denyAll());

        assertThat(admitted(rules, "square")).containsExactly(true, true, true);
        assertThat(admitted(rules, "lobby")).containsExactly(false, true, true);
        assertThat(admitted(rules, "orders:7")).containsExactly(false, false, true);
        assertThat(admitted(rules, "orders:archive")).containsExactly(false, false, false);
        assertThat(admitted(rules, "staff")).containsExactly(false, false, true);
        assertThat(admitted(rules, "user:ana")).containsExactly(false, true, false);
        assertThat(admitted(rules, "elsewhere")).containsExactly(false, false, false);
    }

    @Test
    void theRulesOfTheGuideAreHeeded() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(RoleHierarchy.class, () -> RoleHierarchyImpl.fromHierarchy("ROLE_BOSS > ROLE_CLERK"));
            context.register(OfficeRooms.class);
            context.refresh();
            RoomAuthorizer rules = context.getBean(RoomAuthorizer.class);

            assertThat(admitted(rules, "lobby")).containsExactly(false, true, true);
            assertThat(admitted(rules, "orders:7")).containsExactly(false, false, true);
            assertThat(rules.admits("orders:7", as("bea", "ROLE_BOSS"))).isTrue();
            assertThat(admitted(rules, "user:ana")).containsExactly(false, true, false);
            assertThat(admitted(rules, "other")).containsExactly(false, false, false);
        }
    }

    @Test
    void aRoomWithoutARuleIsClosed() {
        RoomAuthorizer rules = RoomRules.of(rooms -> rooms.room("lobby").permitAll());

        assertThat(admitted(rules, "other")).containsExactly(false, false, false);
        assertThat(RoomRules.of(rooms -> {}).admits("lobby", ANA)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders:", "orders:7:lines", "xorders:7", "orders:7x:", "Orders:7", "orders"})
    void aVariableStopsAtAColonAndANameIsTakenAsAWhole(String other) {
        RoomAuthorizer rules = RoomRules.of(rooms -> rooms.room("orders:{id}").permitAll());

        assertThat(rules.admits(other, CLERK)).isFalse();
        assertThat(rules.admits("orders:7", CLERK)).isTrue();
    }

    @Test
    void aDotInAPatternIsADot() {
        RoomAuthorizer rules = RoomRules.of(rooms -> rooms.room("a.b").permitAll());

        assertThat(rules.admits("a.b", ANA)).isTrue();
        assertThat(rules.admits("axb", ANA)).isFalse();
    }

    @Test
    void aHierarchyOfRolesCounts() {
        RoleHierarchyImpl hierarchy = RoleHierarchyImpl.fromHierarchy("ROLE_CLERK > ROLE_USER");
        RoomAuthorizer rules =
                RoomRules.of(hierarchy, rooms -> rooms.room("lobby").hasRole("USER"));

        assertThat(admitted(rules, "lobby")).containsExactly(false, true, true);
    }

    @Test
    void whoWasRememberedHasNotSignedInFully() {
        RoomAuthorizer rules = RoomRules.of(
                rooms -> rooms.room("safe").fullyAuthenticated().room("lobby").authenticated());

        assertThat(rules.admits("safe", REMEMBERED)).isFalse();
        assertThat(rules.admits("lobby", REMEMBERED)).isTrue();
        assertThat(rules.admits("safe", ANA)).isTrue();
    }

    @Test
    void whoAbstainsAdmitsNobody() {
        RoomAuthorizer rules = RoomRules.of(rooms -> rooms.room("lobby").access((authentication, request) -> null));

        assertThat(rules.admits("lobby", ANA)).isFalse();
    }

    @Test
    void noRuleFollowsTheOneForEveryRoom() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> RoomRules.of(rooms -> rooms.anyRoom().denyAll().room("lobby")))
                .withMessageContaining("anyRoom() as the last rule");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orders/{id}", "{id", "orders:*", "{id}:{id}", "{}", "{1}", "a b"})
    void whatIsNoNameOfARoomIsRefused(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoomRules.of(rooms -> rooms.room(pattern).permitAll()))
                .withMessageContaining("Expected the name of a room");
    }
}
