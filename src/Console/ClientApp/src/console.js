// What moves in the console. Every page works without it.
import htmx from 'htmx.org/dist/htmx.esm.js';
import './inbox.js';
import './campaigns.js';

// The pages allow no inline style or script and no eval.
htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;
htmx.config.allowScriptTags = false;
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0; // pages of people's cases stay out of the browser's storage
htmx.config.refreshOnHistoryMiss = true;

// A form that cannot be taken back asks first: <form data-confirm="…">.
document.addEventListener('submit', (event) => {
  const question = event.target.dataset?.confirm ?? event.submitter?.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
  }
});

// <button data-copy="#id"> copies what the element holds.
document.addEventListener('click', async (event) => {
  const button = event.target.closest?.('[data-copy]');
  if (!button) return;
  const source = document.querySelector(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
    button.textContent = button.dataset.done ?? button.textContent;
  } catch {
    source.focus?.();
    source.select?.();
  }
});

// <button data-print> prints the page.
document.addEventListener('click', (event) => {
  if (event.target.closest?.('[data-print]')) window.print();
});

// The first thing that is wrong takes the focus.
document.querySelector('[aria-invalid="true"]')?.focus();

// On a phone an open menu closes with Escape or a press elsewhere.
const menu = document.querySelector('details.menu');
if (menu) {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.open) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
  document.addEventListener('click', (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
}
