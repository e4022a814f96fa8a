// When taps, answers, updates and sounds happen, in milliseconds of the page's own clock.
"use strict";
window.__taps = [];
window.__answers = [];
window.__calls = [];
window.__texts = [];
const playing = new Set();

// whether nothing sounds
window.__silent = () => {
  for (const element of playing) if (element.ended || element.paused) playing.delete(element);
  return playing.size === 0;
};

// the moment of the finger's event, not of its handler: a busy page is part of what is measured
window.addEventListener("pointerup", (event) => window.__taps.push(event.timeStamp),
  { capture: true });

// below the kiosk's own wrapper: the browser's play() itself
const play = HTMLMediaElement.prototype.play;
HTMLMediaElement.prototype.play = function () {
  window.__calls.push(performance.now());
  playing.add(this);
  return play.call(this);
};

const Socket = window.WebSocket;
window.WebSocket = class extends Socket {
  constructor(...args) {
    super(...args);
    this.addEventListener("message", () => window.__answers.push(performance.now()));
  }
};

// what a screen reader is told: the frame that shows the change has been made then
let before = null;
new MutationObserver(() => {
  const node = document.querySelector('[flt-semantics-identifier="text"]');
  const now = node && (node.getAttribute("aria-label") || node.textContent);
  if (now !== before) window.__texts.push(performance.now());
  before = now;
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

// the first of a list of times after a moment; fails when none comes
window.__firstAfter = (what, moment, limit) => new Promise((found, failed) => {
  const end = performance.now() + limit;
  const look = () => {
    const at = window[what].find((time) => time > moment);
    if (at !== undefined) found(at);
    else if (performance.now() > end) failed(new Error(`nothing in ${what} after the tap`));
    else setTimeout(look, 20);
  };
  look();
});

// semantics on, which the kiosk's page does by itself and a bare one waits to be asked for
const enable = setInterval(() => {
  document.querySelector("flt-semantics-placeholder")?.click();
  if (document.querySelector("flt-semantics-host flt-semantics")) clearInterval(enable);
}, 100);
