// Sound before the first touch: browsers refuse it. The last sound that was refused is kept and
// played at the first touch anywhere; until then a hand beside a loudspeaker asks for one.
"use strict";
(() => {
  const proto = HTMLMediaElement.prototype;
  const play = proto.play;
  const pause = proto.pause;
  const contexts = [];
  let waiting = null;
  let trying = false;

  // For tests: what really began to sound, and when.
  window.__plays = [];
  window.__playTimes = [];
  window.__playRates = [];

  const sign = (shown) => document.getElementById("touch")?.classList.toggle("shown", shown);

  const begin = (element) => play.call(element).then((result) => {
    window.__plays.push(element.currentSrc || element.src);
    window.__playTimes.push(performance.now());
    window.__playRates.push(element.playbackRate);
    if (waiting === element) waiting = null;
    return result;
  });

  proto.play = function () {
    return begin(this).catch((error) => {
      if (error.name !== "NotAllowedError") throw error;
      // The app goes on as if it sounded: a refusal here is no mistake of anybody.
      waiting = this;
      sign(true);
    });
  };

  proto.pause = function () {
    if (waiting === this) {
      waiting = null;
      sign(false);
    }
    return pause.call(this);
  };

  // An element that loads its sound goes back to its usual speed: hers is the usual one.
  const speed = Object.getOwnPropertyDescriptor(proto, "playbackRate");
  Object.defineProperty(proto, "playbackRate", {
    ...speed,
    set(rate) {
      this.defaultPlaybackRate = rate;
      speed.set.call(this, rate);
    },
  });

  const Original = window.AudioContext;
  if (Original) {
    window.AudioContext = class extends Original {
      constructor(...args) {
        super(...args);
        contexts.push(new WeakRef(this));
      }
    };
  }

  const unlock = () => {
    sign(false);
    for (const reference of contexts) {
      const context = reference.deref();
      if (context?.state === "suspended") context.resume().catch(() => { });
    }
    // A touch counts for the browser when it ends, a mouse button when it goes down: try at both.
    if (waiting && !trying) {
      trying = true;
      begin(waiting).catch(() => { }).finally(() => { trying = false; });
    }
  };
  for (const event of ["pointerdown", "pointerup", "touchend", "keydown"]) {
    window.addEventListener(event, unlock, { capture: true, passive: true });
  }
})();
