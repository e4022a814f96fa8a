// Nothing is loaded from elsewhere. The client asks one content network for a part that the kiosk
// does not use; the server's content policy would stop it, but only after an error on the console.
"use strict";
(() => {
  const source = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, "src");
  Object.defineProperty(HTMLScriptElement.prototype, "src", {
    ...source,
    set(value) {
      const address = new URL(value, document.baseURI);
      if (address.origin === location.origin || ["blob:", "data:"].includes(address.protocol)) {
        source.set.call(this, value);
      } else {
        setTimeout(() => this.dispatchEvent(new Event("error")));
      }
    },
  });
})();
