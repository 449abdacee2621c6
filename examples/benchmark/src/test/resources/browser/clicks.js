// Arms a page with a button and a #greeting: `await expectGreeting("Ada 1")` gives the milliseconds from the next click, as the
// browser has stamped it, to the change of the DOM and to the frame that shows it.
window.expectGreeting = (name) => {
  document.querySelector("[name=name]").value = name;
  window.greeted = new Promise((resolve, reject) => {
    let start = 0;
    addEventListener("click", ({ timeStamp }) => (start = timeStamp), { capture: true, once: true });
    const observer = new MutationObserver(async () => {
      const dom = performance.now() - start;
      observer.disconnect();
      const frame = (await afterFrame()) - start;
      const text = document.querySelector("#greeting h2")?.textContent;
      if (text === `Hello, ${name}!`) resolve({ dom, frame });
      else reject(Error(`expected a greeting of ${name}, got ${text}`));
    });
    observer.observe(document.querySelector("#greeting"), { childList: true, characterData: true, subtree: true });
  });
};
