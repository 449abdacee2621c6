package io.github.liveview4j.examples.chat;

import java.security.Principal;
import java.util.regex.Pattern;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** One signs in by saying a name. A real application asks for more, here, and the rest of the chat stays as it is. */
@Controller
class SignIn implements UserDetailsService {

    /** Nothing that would mean anything in the style sheet below. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,23}");

    @GetMapping("/sign-in")
    String form() {
        return "sign-in";
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new UsernameNotFoundException("Expected 1 to 24 letters and digits");
        }
        return User.withUsername(name).password("none").roles("USER").build();
    }

    /**
     * A message is rendered once and broadcast to all, so it cannot say whose it is to whom. That is said by this style
     * sheet, which each page loads for its own user: one's own messages stand on the right and can be deleted.
     */
    @GetMapping(path = "/mine.css", produces = "text/css;charset=UTF-8")
    @ResponseBody
    String mine(Principal user) {
        return ".message[data-author=\"" + user.getName() + "\"] "
                + "{ --side: flex-end; --bubble: var(--mine); --tools: inline-block; }\n";
    }
}
