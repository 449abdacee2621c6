/** An IntersectionObserver whose viewport is the test. */
export class FakeIntersectionObserver {
  static all = [];

  constructor(callback, { rootMargin, scrollMargin }) {
    this.callback = callback;
    this.rootMargin = rootMargin;
    this.scrollMargin = scrollMargin;
    this.targets = new Set();
    FakeIntersectionObserver.all.push(this);
  }

  observe(target) {
    if (this.targets.has(target)) return;
    this.targets.add(target);
  }

  unobserve(target) {
    this.targets.delete(target);
  }

  disconnect() {
    this.targets.clear();
  }

  /** Delivers what was seen of a target, one entry for each value. */
  static see(target, ...values) {
    for (const observer of FakeIntersectionObserver.all) {
      if (!observer.targets.has(target)) continue;
      observer.callback(values.map((isIntersecting) => ({ target, isIntersecting })));
    }
  }
}
