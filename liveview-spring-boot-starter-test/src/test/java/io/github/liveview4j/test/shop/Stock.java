package io.github.liveview4j.test.shop;

import org.springframework.stereotype.Service;

/** Not part of a slice. */
@Service
class Stock {}
