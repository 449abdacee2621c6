/**
 * The page that a controller is about to render: which moment its html belongs to, and which rooms it may be in.
 *
 * <p>Every request that reaches a controller notes how far the log of broadcasts has come, before anything is loaded for the
 * page ({@link io.github.liveview4j.spring.page.PageRequests}). The controller may name rooms. What came of both is written
 * into the html ({@link io.github.liveview4j.spring.page.PageWords}, and on its script tag {@link
 * io.github.liveview4j.spring.page.PageScript}), and the page shows it when its WebSocket is up: so it is
 * given what was said in between.
 *
 * <p>Public because the parts of the starter for template engines and the auto-configuration share it; an application meets only {@link
 * io.github.liveview4j.LiveViewPage}.
 */
@NullMarked
package io.github.liveview4j.spring.page;

import org.jspecify.annotations.NullMarked;
