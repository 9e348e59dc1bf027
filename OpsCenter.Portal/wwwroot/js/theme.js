// Loaded in the head and run before the first paint, so that no page flashes in the wrong theme. The server reads the cookies and renders the same
// data-theme; nothing else in the portal needs to know the mode.
(() => {
  const root = document.documentElement;
  const systemDark = matchMedia("(prefers-color-scheme: dark)");

  const read = name => document.cookie.split("; ").find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  const write = (name, value) => {
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax${secure}`;
  };
  const choice = () => {
    const value = read("theme");
    return value === "light" || value === "dark" ? value : "system";
  };

  function apply() {
    const system = systemDark.matches ? "dark" : "light";
    if (read("theme-system") !== system) write("theme-system", system);
    root.dataset.theme = choice() === "system" ? system : choice();
  }

  function checkRadio() {
    document.querySelectorAll("input[name=theme]").forEach(radio => { radio.checked = radio.value === choice(); });
  }

  apply();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && read("time-zone") !== encodeURIComponent(zone)) write("time-zone", zone);

  systemDark.addEventListener("change", apply);
  // Another tab may have changed the choice while this one was hidden.
  document.addEventListener("visibilitychange", apply);
  document.addEventListener("beforetoggle", checkRadio, true);
  document.addEventListener("change", event => {
    if (event.target.matches?.("input[name=theme]")) {
      write("theme", event.target.value);
      apply();
    }
  });
})();
