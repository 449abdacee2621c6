package io.github.liveview4j.spring.session.office;

import org.springframework.context.annotation.Configuration;
import org.springframework.session.data.redis.config.annotation.web.http.EnableRedisHttpSession;
import org.springframework.session.data.redis.config.annotation.web.http.EnableRedisIndexedHttpSession;

/** Where the sessions of the office are, by one of these, or else in the container. */
public final class OfficeSessions {

    private OfficeSessions() {}

    /** The repository that is Spring Session's default: it has no events. */
    @Configuration(proxyBeanMethods = false)
    @EnableRedisHttpSession
    public static class InRedis {}

    /** The repository that tells every node of an end. */
    @Configuration(proxyBeanMethods = false)
    @EnableRedisIndexedHttpSession
    public static class InRedisWithIndex {}
}
