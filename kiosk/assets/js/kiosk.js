// The page around the app: comes back by itself after the server was away, always readable by
// tests and screen readers, and without what a hand sets off by mistake (zoom, menus, sleep).
"use strict";
(() => {
  // --- watchdog: a client that lost its server waits longer and longer; we look every second.
  const EVERY_MS = 1000;
  const PATIENCE_MS = 2500;
  const gone = document.getElementById("gone");
  let boot = null;
  let misses = 0;

  const ask = async () => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
    try {
      const answer = await fetch("/ping", { cache: "no-store", signal: stop.signal });
      return answer.ok ? (await answer.json()).boot : null;
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  };

  const show = (shown) => {
    gone.classList.toggle("shown", shown);
    gone.setAttribute("aria-hidden", String(!shown));
  };

  const watch = async () => {
    const now = await ask();
    if (now === null) {
      misses += 1;
      if (misses >= 2) show(true);
    } else if ((boot !== null && now !== boot) || misses >= 5) {
      location.reload(); // keeps the address, and with it the place in the lesson
      return;
    } else {
      boot = now;
      misses = 0;
      show(false);
    }
    setTimeout(watch, EVERY_MS);
  };
  watch();

  // --- semantics on from the beginning: the engine waits for a click on an invisible button.
  const enableSemantics = () => {
    if (document.querySelector("flt-semantics-host flt-semantics")) return;
    document.querySelector("flt-semantics-placeholder")?.click();
    setTimeout(enableSemantics, 100);
  };
  enableSemantics();

  // --- what a hand sets off by mistake
  const never = (event) => event.preventDefault();
  for (const name of ["contextmenu", "gesturestart", "dragstart", "selectstart"]) {
    document.addEventListener(name, (event) => {
      if (!event.target.closest?.("input, textarea")) never(event);
    }, { capture: true });
  }
  document.addEventListener("wheel", (event) => { if (event.ctrlKey) never(event); },
    { capture: true, passive: false });

  // --- the screen stays on while somebody listens
  let lock = null;
  const stayAwake = async () => {
    if (!navigator.wakeLock || document.visibilityState !== "visible" || lock) return;
    try {
      lock = await navigator.wakeLock.request("screen");
      lock.addEventListener("release", () => { lock = null; });
    } catch {
      lock = null; // low battery, or not a secure address: the tablet's own setting holds
    }
  };
  document.addEventListener("visibilitychange", stayAwake);
  document.addEventListener("pointerup", stayAwake, { passive: true });
  stayAwake();

  // WebKit brings a page back from its cache without painting any more.
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
