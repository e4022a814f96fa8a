// The second touch of a trembling hand must not fall on what comes to stand under it meanwhile, on
// the next screen. The server knows a double tap on one thing, but not where a finger is.
"use strict";
(() => {
  const SOON_MS = 350;
  const NEAR = 24; // logical pixels
  const EVENTS = ["pointerdown", "pointermove", "pointerup", "mousedown", "mouseup", "click"];

  let first = null; // where, when and on what the touch before was
  let pointer = 0; // the one that went down last
  let dropped = null; // the one whose touch is not heard

  // What can be touched there: the smallest box with a name.
  const under = (x, y) => {
    let name = "";
    let smallest = Infinity;
    for (const node of document.querySelectorAll("[flt-semantics-identifier]")) {
      const box = node.getBoundingClientRect();
      const inside = x >= box.left && x < box.right && y >= box.top && y < box.bottom;
      if (inside && box.width * box.height < smallest) {
        smallest = box.width * box.height;
        name = node.getAttribute("flt-semantics-identifier");
      }
    }
    return name;
  };

  const touched = (event) => ({
    x: event.clientX,
    y: event.clientY,
    at: event.timeStamp,
    on: under(event.clientX, event.clientY),
  });

  // The same place, soon after, and something else there than before.
  const fell = (before, now) =>
    before !== null && before.on !== "" && now.on !== before.on
    && Math.hypot(now.x - before.x, now.y - before.y) < NEAR;

  const drop = (now) => {
    dropped = pointer;
    first = { ...now, on: first.on }; // a third touch is still the same hand
  };

  const onDown = (event) => {
    dropped = null;
    pointer = event.pointerId;
    if (event.pointerType === "mouse") return; // see onMouseDown
    const now = touched(event);
    if (fell(first, now) && now.at - first.at < SOON_MS) drop(now);
    else first = now;
  };

  // A mouse counts its clicks itself, by the speed that is set for it; its pointer is down already.
  const onMouseDown = (event) => {
    if (dropped !== null || event.sourceCapabilities?.firesTouchEvents) return;
    const now = touched(event);
    if (event.detail < 2 || !fell(first, now)) {
      first = now;
      return;
    }
    drop(now);
    const up = { pointerId: pointer, pointerType: "mouse", isPrimary: true, bubbles: true };
    event.target.dispatchEvent(new PointerEvent("pointercancel", { ...up, clientX: now.x, clientY: now.y }));
  };

  const hear = (event) => {
    if (event.type === "pointerdown") onDown(event);
    if (event.type === "mousedown") onMouseDown(event);
    if (dropped === null || !event.isTrusted) return;
    if ((event.pointerId ?? dropped) !== dropped) return;
    event.stopImmediatePropagation();
    if (event.type === "click") dropped = null;
  };

  for (const name of EVENTS) window.addEventListener(name, hear, { capture: true });
})();
