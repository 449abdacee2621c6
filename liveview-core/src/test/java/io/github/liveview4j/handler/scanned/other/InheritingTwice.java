package io.github.liveview4j.handler.scanned.other;

import io.github.liveview4j.handler.far.Between;

class InheritingTwice extends Between {}
