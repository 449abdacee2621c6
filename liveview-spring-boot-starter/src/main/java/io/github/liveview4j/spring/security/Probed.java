package io.github.liveview4j.spring.security;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.security.access.annotation.Secured;
import org.springframework.security.access.prepost.PostAuthorize;
import org.springframework.security.access.prepost.PostFilter;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.access.prepost.PreFilter;

/** A method for every annotation of Spring Security that forbids something, and one that has none; never called. */
abstract class Probed {

    static final String PLAIN = "plain";

    abstract void plain();

    @PreAuthorize("denyAll")
    abstract void preAuthorize();

    @PostAuthorize("denyAll")
    abstract void postAuthorize();

    @PreFilter("false")
    abstract void preFilter();

    @PostFilter("false")
    abstract void postFilter();

    @Secured("ROLE_NOBODY")
    abstract void secured();

    @RolesAllowed("NOBODY")
    abstract void rolesAllowed();

    @DenyAll
    abstract void denyAll();
}
