"use strict";
// Everything here is a convenience: pages read well without it.
(() => {
  const root = document.documentElement;
  const words = document.body.dataset;

  // The theme: automatic, light, dark. The page's head applies a stored choice before the first paint.
  const themeButton = document.getElementById(":theme");
  const themes = ["auto", "light", "dark"];
  const showTheme = () => {
    const name = words[root.dataset.theme || "auto"];
    themeButton.title = name;
  };
  themeButton.addEventListener("click", () => {
    const current = themes.indexOf(root.dataset.theme || "auto");
    const theme = themes[(current + 1) % themes.length];
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    try {
      if (theme === "auto") localStorage.removeItem("trama-theme");
      else localStorage.setItem("trama-theme", theme);
    } catch {
      // A browser without storage forgets the choice, no more.
    }
    showTheme();
  });
  showTheme();

  // Full screen, print, and menus that close when the reader goes elsewhere.
  const full = document.getElementById(":full");
  full.hidden = !document.fullscreenEnabled;
  full.addEventListener("click", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen();
  });
  const menus = document.querySelectorAll(".options");
  const closeMenus = (except) => {
    for (const menu of menus) {
      if (menu === except || !menu.open) continue;
      menu.open = false;
      if (!except && menu.contains(document.activeElement)) menu.firstElementChild.focus();
    }
  };
  addEventListener("click", (event) => closeMenus(event.target.closest(".options summary")?.parentElement));
  document.getElementById(":print")?.addEventListener("click", () => print());

  // Copy buttons on code.
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };
  for (const pre of document.querySelectorAll("pre:not(:has(samp))")) {
    const box = document.createElement("div");
    box.className = "copyable";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button copy";
    button.title = words.copy;
    button.innerHTML = '<span class="unseen" role="status"></span>';
    const label = button.lastChild;
    label.textContent = words.copy;
    button.addEventListener("click", async () => {
      await copy(pre.textContent);
      button.classList.add("done");
      label.textContent = words.copied;
      setTimeout(() => {
        button.classList.remove("done");
        label.textContent = words.copy;
      }, 1600);
    });
    pre.replaceWith(box);
    box.append(pre, button);
  }

  // Quizzes: the first full answer to each question counts. Arrow keys choose options in passing, so what they choose
  // first is an answer when the reader goes on, or says so.
  for (const quiz of document.querySelectorAll(".quiz")) {
    const fields = [...quiz.querySelectorAll("fieldset")];
    const score = quiz.querySelector(".score");
    const verdicts = new Map();
    let passing = false;
    let passed = null;
    const judge = (field) => {
      const options = [...field.querySelectorAll("input")];
      const isRight = options.every((option) => option.checked === option.hasAttribute("data-right"));
      const isWrong = options.some((option) => option.checked && !option.hasAttribute("data-right"));
      passed = null;
      if ((isRight || isWrong) && !verdicts.has(field)) verdicts.set(field, isRight);
      if (isRight) field.querySelector("details").open = true;
      const right = [...verdicts.values()].filter(Boolean).length;
      const sum = quiz.dataset.score.replace("%r", right).replace("%n", fields.length);
      const verdict = isRight ? quiz.dataset.right : isWrong ? quiz.dataset.wrong : "";
      score.textContent = verdict ? `${verdict}. ${sum}` : sum;
    };
    quiz.addEventListener("keydown", (event) => {
      passing = event.key.startsWith("Arrow");
      if (passed && (event.key === " " || event.key === "Enter")) judge(passed);
    });
    quiz.addEventListener("pointerdown", () => {
      passing = false;
    });
    quiz.addEventListener("change", (event) => {
      const field = event.target.closest("fieldset");
      if (passing && !verdicts.has(field)) passed = field;
      else judge(field);
    });
    quiz.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (passed && !(next?.matches("input") && passed.contains(next))) judge(passed);
    });
  }

  // Sliders: what the cell shows for each value is loaded when the reader first goes there.
  for (const box of document.querySelectorAll(".slider")) {
    const inputs = [...box.querySelectorAll("input")];
    let data;
    const show = () => {
      if (!data) return;
      const [values, lines, frames] = data;
      let frame = 0;
      for (const [index, input] of inputs.entries()) {
        const text = values[index][input.value];
        input.ariaValueText = input.parentElement.nextElementSibling.textContent = text;
        frame = frame * values[index].length + Number(input.value);
      }
      while (box.nextSibling) box.nextSibling.remove();
      box.insertAdjacentHTML("afterend", frames[frame].map((line) => lines[line]).join(""));
      reachable();
    };
    let script;
    const load = () => {
      if (script) return;
      script = document.createElement("script");
      script.src = box.dataset.frames;
      script.onload = () => {
        data = tramaFrames;
        show();
      };
      document.head.append(script);
    };
    for (const event of ["pointerover", "focusin", "input"]) box.addEventListener(event, load);
    box.addEventListener("input", show);
    // Some browsers restore where a slider stood when the page is loaded again.
    for (const input of inputs) input.value = input.defaultValue;
    box.hidden = false;
  }

  // Formulas are copied as their TeX, which those without an attribute for it show.
  const signs = { "\u2212": "-", "\u2032": "'" };
  const commands = "×times ⋅cdot ≈approx →to ⟹implies ≤le ≥ge ∂partial ∇nabla ∞infty αalpha βbeta γgamma ηeta θtheta λlambda μmu πpi σsigma ΔDelta";
  for (const command of commands.split(" ")) signs[command[0]] = `\\${command.slice(1)} `;
  const tex = (node) => {
    const parts = Array.from(node.children, tex);
    const text = node.textContent;
    switch (node.localName) {
      case "mfrac": return `\\frac{${parts.join("}{")}}`;
      case "msub": return `${parts[0]}_${braced(parts[1])}`;
      case "msup": return `${parts[0]}^${braced(parts[1])}`;
      case "mtr": return parts.join("&");
      case "mtable": return `\\begin{aligned}${parts.join("\\\\")}\\end{aligned}`;
      case "mtext": return `\\text{${text}}`;
      default: return parts.length ? parts.join("") : signs[text] ?? text;
    }
  };
  const braced = (tex) => tex.length === 1 ? tex : `{${tex}}`;
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (!selection.rangeCount || !event.clipboardData) return;
    const fragment = selection.getRangeAt(0).cloneContents();
    const formulas = fragment.querySelectorAll("math");
    if (!formulas.length) return;
    for (const formula of formulas) {
      const mark = formula.getAttribute("display") === "block" ? "$$" : "$";
      formula.replaceWith(mark + (formula.dataset.tex ?? tex(formula)) + mark);
    }
    // The layout of lines comes from the browser, for which the copy must be in the page.
    const box = document.createElement("div");
    box.style.cssText = "position:absolute;left:-99999px;white-space:normal";
    box.append(fragment);
    document.body.append(box);
    event.clipboardData.setData("text/plain", box.innerText);
    box.remove();
    event.preventDefault();
  });

  // What scrolls sideways can be reached by keyboard.
  const reachable = () => {
    for (const box of document.querySelectorAll("pre, .equation, p, li")) {
      const scrolls = getComputedStyle(box).overflowX !== "visible"
        && (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight + 1);
      if (scrolls) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  reachable();
  addEventListener("resize", reachable);

  // Drawers close by Escape and by following a link in them.
  const toggles = document.querySelectorAll(`[id=":nav"], [id=":toc"]`);
  // Some browsers restore a drawer that was open when the page is loaded again.
  for (const toggle of toggles) toggle.checked = false;
  const isNarrow = (toggle) =>
    getComputedStyle(document.querySelector(`.veil[for="${toggle.id}"]`)).display !== "none";
  const closeDrawers = () => {
    for (const toggle of toggles) {
      if (toggle.checked && isNarrow(toggle)) {
        toggle.checked = false;
        toggle.focus({ preventScroll: true });
      }
    }
  };
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    closeMenus();
    closeDrawers();
  });
  addEventListener("hashchange", closeDrawers);
  document.querySelector(".page-contents")?.addEventListener("click", (event) => {
    if (event.target.closest("a")) closeDrawers();
  });

  // The contents show where the course stands, and those of the page follow the scroll.
  const sidebar = document.querySelector(".sidebar");
  const lesson = sidebar.querySelector("ol [aria-current]");
  if (lesson && lesson.offsetTop > sidebar.clientHeight * 0.8) {
    sidebar.scrollTop = lesson.offsetTop - sidebar.clientHeight / 2;
  }
  const links = new Map();
  for (const link of document.querySelectorAll(".page-contents a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const headings = [...links.keys()];
  let current = null;
  const follow = () => {
    let heading = null;
    for (const candidate of headings) {
      if (candidate.getBoundingClientRect().top > 120) break;
      heading = candidate;
    }
    if (innerHeight + scrollY >= root.scrollHeight - 2 && scrollY > 0) heading = headings.at(-1) ?? null;
    if (heading === current) return;
    links.get(current)?.removeAttribute("aria-current");
    links.get(heading)?.setAttribute("aria-current", "true");
    current = heading;
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  }, { passive: true });
  follow();
})();
