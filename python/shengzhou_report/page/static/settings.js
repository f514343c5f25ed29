// Language and colours of a page: what the reader chooses is kept in the browser, where that is allowed.

function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A page from a file may have no storage; the choice holds as long as it is open.
  }
}

export const memory = { kept, keep };

// Wires the buttons of a page's head; `onLanguage` hears of each change.
export function mountSettings(page, onLanguage) {
  const languages = [...page.querySelectorAll("[data-language]")];
  const theme = page.querySelector("[data-theme-switch]");
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function setLanguage(language) {
    page.dataset.lang = language;
    page.lang = language;
    for (const button of languages) button.setAttribute("aria-pressed", String(button.dataset.language === language));
    onLanguage(language);
  }

  function setTheme(name) {
    page.dataset.theme = name;
    theme.setAttribute("aria-pressed", String(name === "dark"));
  }

  for (const button of languages) {
    button.addEventListener("click", () => {
      keep("sr-language", button.dataset.language);
      setLanguage(button.dataset.language);
    });
  }
  theme.addEventListener("click", () => {
    const next = page.dataset.theme === "dark" ? "light" : "dark";
    keep("sr-theme", next);
    setTheme(next);
  });
  dark.addEventListener("change", () => kept("sr-theme") || setTheme(dark.matches ? "dark" : "light"));
  setTheme(kept("sr-theme") ?? (dark.matches ? "dark" : "light"));
  setLanguage(kept("sr-language") ?? page.dataset.lang);
}
