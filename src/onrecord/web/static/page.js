// Keys and highlighting; every page is complete without this file.
"use strict";
(() => {
  const typing = (target) => target.closest("input, textarea, select, dialog");
  const rows = () => [...document.querySelectorAll("[data-row]")];
  let pending = false;

  const move = (step) => {
    const all = rows();
    if (!all.length) return;
    const here = all.findIndex((row) => row.contains(document.activeElement));
    const row = all[Math.min(all.length - 1, Math.max(0, here + step))];
    (row.querySelector("a[href]") || row).focus();
    row.scrollIntoView({ block: "nearest" });
  };

  const places = { e: "/events", c: "/claims", x: "/exchanges", p: "/parties", n: "/network", r: "/review" };
  const press = (key) => {
    const row = document.activeElement && document.activeElement.closest("[data-row]");
    const control = row && row.querySelector(`[data-key="${key}"]`);
    if (!control) return false;
    const reason = row.querySelector('[name="reason"]');
    if (control.tagName === "BUTTON" && reason && !reason.value) {
      row.dataset.wanted = key;
      reason.focus();
    } else if (control.tagName === "BUTTON") {
      control.click();
    } else {
      control.focus();
    }
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && event.target.name === "reason") {
      const row = event.target.closest("[data-row]");
      const wanted = row && row.dataset.wanted && row.querySelector(`button[data-key="${row.dataset.wanted}"]`);
      if (wanted) {
        event.preventDefault();
        wanted.click();
      }
      return;
    }
    if (typing(event.target)) return;
    if (pending) {
      pending = false;
      if (places[event.key]) location.href = places[event.key];
      return;
    }
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("q").focus();
    } else if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "g") pending = true;
    else if (event.key === "?") document.getElementById("keys").showModal();
    else if (press(event.key)) event.preventDefault();
  });
  const hint = document.querySelector(".keys-hint");
  if (hint) hint.hidden = false;

  // The reader: a claim shows its spans, a span its claims.
  const text = document.getElementById("reader");
  if (!text) return;
  const cards = [...document.querySelectorAll(".claims > li[data-number]")];
  const show = (numbers, scroll) => {
    for (const segment of text.querySelectorAll(".seg")) {
      segment.classList.toggle("on", segment.dataset.claims.split(" ").some((n) => numbers.includes(n)));
    }
    for (const card of cards) {
      const on = numbers.includes(card.dataset.number);
      card.classList.toggle("on", on);
      if (on) card.querySelector("details").open = numbers.length === 1;
    }
    const first = scroll === "card" ? cards.find((c) => c.classList.contains("on")) : text.querySelector(".seg.on");
    if (first) first.scrollIntoView({ block: "nearest" });
  };
  text.addEventListener("click", (event) => {
    const segment = event.target.closest(".seg");
    if (segment) show(segment.dataset.claims.split(" "), "card");
  });
  for (const card of cards) {
    card.addEventListener("click", (event) => {
      if (!event.target.closest("a[href^='/'], summary")) show([card.dataset.number], "text");
    });
    card.addEventListener("focusin", (event) => {
      if (event.target.matches(".no")) show([card.dataset.number], "text");
    });
  }
  const fromAddress = () => {
    const card = cards.find((c) => `#${c.id}` === location.hash);
    if (card) show([card.dataset.number], "text");
  };
  addEventListener("hashchange", fromAddress);
  fromAddress();
})();
