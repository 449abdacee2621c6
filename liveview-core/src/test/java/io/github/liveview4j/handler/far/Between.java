package io.github.liveview4j.handler.far;

import io.github.liveview4j.handler.scanned.Base;

/** In none of the packages that are searched, and without a handler method of its own. */
public abstract class Between extends Base {}
