package io.github.liveview4j.spring.session.office;

import io.github.liveview4j.RoomAuthorizer;
import io.github.liveview4j.spring.security.RoomRequest;
import io.github.liveview4j.spring.security.RoomRules;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;

/** Who may be in which room of the office. */
@Configuration(proxyBeanMethods = false)
public class OfficeRooms {

    @Bean
    RoomAuthorizer rooms(RoleHierarchy hierarchy) {
        return RoomRules.of(hierarchy, rooms -> {
            rooms.room("lobby").authenticated();
            rooms.room("orders:{id}").hasRole("CLERK");
            rooms.room("user:{name}").access(OfficeRooms::isOwn);
            rooms.anyRoom().denyAll();
        });
    }

    private static AuthorizationDecision isOwn(
            Supplier<? extends @Nullable Authentication> authentication, RoomRequest request) {
        Authentication asking = authentication.get();
        return new AuthorizationDecision(asking != null && asking.getName().equals(request.variable("name")));
    }
}
