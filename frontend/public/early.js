// The chosen appearance and language before the first paint, so that a dark room stays dark. A file
// of its own because no page of ours may run inline script.
try {
  const theme = localStorage.getItem('pantau.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  const language = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('pantau.language');
  if (['id', 'en', 'jv', 'su'].includes(language)) document.documentElement.lang = language;
} catch {
  // Storage is refused: the system's appearance it is.
}
