package io.github.liveview4j.spring.handler.scanned.conditional;

import io.github.liveview4j.LiveViewHandler;
import org.springframework.context.annotation.Profile;

/** A bean in one profile only. */
@Profile("demo")
class ProfileGreetings {

    @LiveViewHandler("of_profile")
    void greet() {}
}
