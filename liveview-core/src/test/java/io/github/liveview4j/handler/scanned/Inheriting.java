package io.github.liveview4j.handler.scanned;

class Inheriting extends Base {}
