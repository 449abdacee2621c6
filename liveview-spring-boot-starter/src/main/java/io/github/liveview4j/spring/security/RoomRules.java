package io.github.liveview4j.spring.security;

import io.github.liveview4j.LiveViewHandshake;
import io.github.liveview4j.RoomAuthorizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagerFactory;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.DefaultAuthorizationManagerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Rules about who may be in which room, in the style of {@code authorizeHttpRequests}.
 *
 * <pre>{@code
 * @Bean
 * RoomAuthorizer rooms() {
 *     return RoomRules.of(rooms -> {
 *         rooms.room("lobby").authenticated();
 *         rooms.room("orders:{id}").hasRole("CLERK");
 *         rooms.anyRoom().denyAll();
 *     });
 * }
 * }</pre>
 *
 * <p>The first rule whose pattern is that of the room decides; a room without a rule is closed. A variable stands for one or more
 * characters but a colon. Rooms that cannot be guessed are open to whoever knows their name, as {@link RoomAuthorizer} says, and
 * are not asked about here. Whoever is not signed in is Spring Security's anonymous user.
 *
 * <p>Immutable, for any thread.
 */
public final class RoomRules implements RoomAuthorizer {

    private static final Authentication ANONYMOUS = new AnonymousAuthenticationToken(
            "liveview", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    private record Entry(@Nullable RoomPattern pattern, AuthorizationManager<? super RoomRequest> manager) {

        @Nullable
        Map<String, String> match(String room) {
            return pattern == null ? Map.of() : pattern.match(room);
        }
    }

    private final List<Entry> entries;

    private RoomRules(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Makes rules.
     *
     * @param rules says them, in order
     * @throws IllegalArgumentException if a pattern is none
     * @throws IllegalStateException if a rule follows {@code anyRoom()}, which it could never come to
     */
    public static RoomRules of(Consumer<Rooms> rules) {
        return of(new DefaultAuthorizationManagerFactory<>(), rules);
    }

    /**
     * Makes rules under a hierarchy of roles.
     *
     * @param hierarchy says which role has the rights of which others
     * @param rules says the rules, in order
     */
    public static RoomRules of(RoleHierarchy hierarchy, Consumer<Rooms> rules) {
        DefaultAuthorizationManagerFactory<RoomRequest> factory = new DefaultAuthorizationManagerFactory<>();
        factory.setRoleHierarchy(hierarchy);
        return of(factory, rules);
    }

    /**
     * Makes rules by the application's own factory, as for another prefix of roles or a second factor.
     *
     * @param factory makes what decides
     * @param rules says the rules, in order
     */
    public static RoomRules of(AuthorizationManagerFactory<RoomRequest> factory, Consumer<Rooms> rules) {
        Rooms rooms = new Rooms(factory);
        rules.accept(rooms);
        return new RoomRules(rooms.entries);
    }

    @Override
    public boolean admits(String room, LiveViewHandshake handshake) {
        for (Entry entry : entries) {
            Map<String, String> variables = entry.match(room);
            if (variables != null) {
                Authentication authentication =
                        handshake.user().orElse(null) instanceof Authentication known ? known : ANONYMOUS;
                AuthorizationResult result =
                        entry.manager().authorize(() -> authentication, new RoomRequest(room, variables, handshake));
                return result != null && result.isGranted();
            }
        }
        return false;
    }

    /** Takes the rules, for one thread. */
    public static final class Rooms {

        private final AuthorizationManagerFactory<RoomRequest> factory;
        private final List<Entry> entries = new ArrayList<>();
        private boolean isComplete;

        private Rooms(AuthorizationManagerFactory<RoomRequest> factory) {
            this.factory = factory;
        }

        /**
         * Begins the rule for the rooms of a name.
         *
         * @param pattern the name, with variables such as {@code {id}}
         */
        public Rule room(String pattern) {
            return rule(RoomPattern.of(pattern));
        }

        /** Begins the rule for every other room; the last one. */
        public Rule anyRoom() {
            Rule rule = rule(null);
            isComplete = true;
            return rule;
        }

        private Rule rule(@Nullable RoomPattern pattern) {
            if (isComplete) {
                throw new IllegalStateException("Expected anyRoom() as the last rule, got another after it");
            }
            return new Rule(this, pattern);
        }
    }

    /** Says who may be in the rooms of a rule, for one thread. */
    public static final class Rule {

        private final Rooms rooms;
        private final @Nullable RoomPattern pattern;

        private Rule(Rooms rooms, @Nullable RoomPattern pattern) {
            this.rooms = rooms;
            this.pattern = pattern;
        }

        /** Everybody. */
        public Rooms permitAll() {
            return access(rooms.factory.permitAll());
        }

        /** Nobody. */
        public Rooms denyAll() {
            return access(rooms.factory.denyAll());
        }

        /** Who is signed in. */
        public Rooms authenticated() {
            return access(rooms.factory.authenticated());
        }

        /** Who has signed in and was not merely remembered. */
        public Rooms fullyAuthenticated() {
            return access(rooms.factory.fullyAuthenticated());
        }

        /** Who is not signed in. */
        public Rooms anonymous() {
            return access(rooms.factory.anonymous());
        }

        /** Who has the role, which is named without its prefix. */
        public Rooms hasRole(String role) {
            return access(rooms.factory.hasRole(role));
        }

        /** Who has one of the roles. */
        public Rooms hasAnyRole(String... roles) {
            return access(rooms.factory.hasAnyRole(roles));
        }

        /** Who has the authority. */
        public Rooms hasAuthority(String authority) {
            return access(rooms.factory.hasAuthority(authority));
        }

        /** Who has one of the authorities. */
        public Rooms hasAnyAuthority(String... authorities) {
            return access(rooms.factory.hasAnyAuthority(authorities));
        }

        /**
         * Whom something else admits; one that abstains admits nobody, and one that throws refuses and is logged.
         *
         * @param manager decides, for many pages at the same time
         */
        public Rooms access(AuthorizationManager<? super RoomRequest> manager) {
            rooms.entries.add(new Entry(pattern, manager));
            return rooms;
        }
    }
}
