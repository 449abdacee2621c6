package io.github.liveview4j.examples.showcase.docs;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableAsync;

/** The showcase itself needs none. */
@Configuration(proxyBeanMethods = false)
@EnableAsync
class AsyncMethods {}
