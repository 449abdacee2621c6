package io.github.liveview4j.spring.handler.slice;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that is tested in slices. */
@SpringBootApplication(proxyBeanMethods = false)
class SliceApplication {}
