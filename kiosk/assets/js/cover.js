// The cover over Flet's own screen ("Working..." on white), which stands until the server's first
// screen is drawn, and again from the moment the connection is lost.
"use strict";
(() => {
  const LOOK_MS = 100;
  const STALE_MS = 3000;
  const UNSEEN_MS = 30000; // a browser that does not let us see what was drawn
  const AT_LATEST_MS = 120000;
  const ACROSS = 32;
  const DIFFERENT = 24;
  const opening = document.getElementById("opening");
  const small = document.createElement("canvas");
  small.width = small.height = ACROSS;
  const seen = small.getContext("2d", { willReadFrequently: true });
  let openedAt = null; // when the connection began; null without one
  let namedAt = null; // when things with identifiers were there
  let stale = false; // whether the screen is of the connection before
  let looking = false;

  const canvases = (root) =>
    [...root.querySelectorAll("*")].flatMap((each) => [
      ...(each.tagName === "CANVAS" && each.width && each.height ? [each] : []),
      ...(each.shadowRoot ? canvases(each.shadowRoot) : []),
    ]);

  const pixels = () => {
    seen.clearRect(0, 0, ACROSS, ACROSS);
    for (const view of document.querySelectorAll("flutter-view")) {
      for (const canvas of canvases(view)) seen.drawImage(canvas, 0, 0, ACROSS, ACROSS);
    }
    return seen.getImageData(0, 0, ACROSS, ACROSS).data;
  };

  // Flet's screen is of one colour but for its middle; each of ours reaches the edges.
  const isMiddle = (place) => Math.abs(place / ACROSS - 0.5) < 0.2;
  const isOurs = (data) => {
    for (let at = 0; at < data.length; at += 4) {
      const [x, y] = [(at / 4) % ACROSS, Math.floor(at / 4 / ACROSS)];
      const apart = [0, 1, 2].reduce((sum, n) => sum + Math.abs(data[at + n] - data[n]), 0);
      if (apart > DIFFERENT && !(isMiddle(x) && isMiddle(y))) return true;
    }
    return false;
  };

  // Identifiers are there before the picture is: seconds before it on a slow tablet.
  const look = () => {
    const now = performance.now();
    if (!document.querySelector("[flt-semantics-identifier]")) namedAt = null;
    else namedAt ??= now;
    const data = pixels();
    const drawn = namedAt !== null && isOurs(data);
    stale &&= drawn;
    const fresh = !stale || now - openedAt > STALE_MS;
    const patience = data[3] ? AT_LATEST_MS : UNSEEN_MS;
    const late = namedAt !== null && now - namedAt > patience;
    if (openedAt !== null && ((drawn && fresh) || late)) uncover();
    else setTimeout(look, LOOK_MS);
  };

  const uncover = () => {
    looking = false;
    opening.classList.add("done");
    setTimeout(() => { if (!looking) opening.remove(); }, 500);
  };

  const cover = () => {
    opening.classList.remove("done");
    if (!opening.isConnected) document.body.append(opening);
    if (looking) return;
    looking = true;
    look();
  };

  const Original = window.WebSocket;
  window.WebSocket = class extends Original {
    constructor(...args) {
      super(...args);
      this.addEventListener("open", () => { openedAt = performance.now(); });
      this.addEventListener("close", () => {
        openedAt = null;
        stale = true;
        cover();
      });
    }
  };
  cover();
})();
