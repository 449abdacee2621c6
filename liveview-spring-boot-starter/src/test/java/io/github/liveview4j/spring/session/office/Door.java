package io.github.liveview4j.spring.session.office;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Does to an HTTP session what applications do. */
@RestController
@RequestMapping("/door")
public class Door {

    /** Other roles for whoever is signed in, in their own session. */
    @RequestMapping("/roles")
    String roles(@RequestParam String roles, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        String name = SecurityContextHolder.getContext().getAuthentication().getName();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                name, null, AuthorityUtils.commaSeparatedStringToAuthorityList(roles)));
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        return "ok";
    }

    /** A session that ends after this many seconds. */
    @RequestMapping("/timeout")
    String timeout(@RequestParam int seconds, HttpSession session) {
        session.setMaxInactiveInterval(seconds);
        return "ok";
    }

    /** A sign-in made by hand. */
    @RequestMapping("/enter")
    String enter(@RequestParam String name, HttpSession session) {
        session.setAttribute("name", name);
        return "ok";
    }

    /** A sign-out made by hand. */
    @RequestMapping("/leave")
    String leave(HttpSession session) {
        session.invalidate();
        return "ok";
    }

    @RequestMapping("/rename")
    String rename(HttpServletRequest request) {
        request.getSession();
        return request.changeSessionId();
    }

    @RequestMapping("/nothing")
    String nothing() {
        return "ok";
    }
}
