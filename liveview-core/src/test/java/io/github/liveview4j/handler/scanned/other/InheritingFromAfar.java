package io.github.liveview4j.handler.scanned.other;

import io.github.liveview4j.handler.scanned.Base;

class InheritingFromAfar extends Base {}
