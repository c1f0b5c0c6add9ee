// The inbox by keyboard, live, with canned replies by "/". Without this file every part of it is a plain link or form.
import htmx from 'htmx.org/dist/htmx.esm.js';

const LIVE_MS = 8000;
const inbox = () => document.getElementById('inbox');
document.documentElement.classList.add('has-script');

if (inbox()) {
  live();
  keys();
  canned();
  held();
}

function live() {
  let busy = false;
  const look = async () => {
    const box = inbox();
    if (busy || document.hidden || !box) return;
    busy = true;
    try {
      const mark = document.getElementById('stamp') ?? box;
      const url = new URL(box.dataset.live, location.origin);
      url.searchParams.set('handler', 'Live');
      url.searchParams.set('v', mark.dataset.stamp);
      // X-Quiet: looking by itself keeps no session awake.
      const answer = await fetch(url, { headers: { 'X-Quiet': '1', 'HX-Request': 'true' }, credentials: 'same-origin' });
      if (answer.status === 200) put(await answer.text());
      if (answer.status === 401) location.reload();
    } catch {
      // The network is away: the next look tries again.
    } finally {
      busy = false;
    }
  };
  const put = (text) => {
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    const focused = document.activeElement?.closest('#list a, #folders a')?.getAttribute('href');
    for (const part of ['folders', 'list', 'lookers', 'words', 'stamp']) {
      const [old, now] = [document.getElementById(part), fresh.getElementById(part)];
      if (!now) continue;
      now.removeAttribute('hx-swap-oob');
      if (old) old.replaceWith(document.adoptNode(now));
      else inbox().append(document.adoptNode(now));
      htmx.process(document.getElementById(part));
    }
    if (focused) document.querySelector(`#inbox a[href="${CSS.escape(focused)}"]`)?.focus();
    held();
  };
  setInterval(look, LIVE_MS);
  document.addEventListener('visibilitychange', look);
  document.addEventListener('inbox:look', look);

  // A case opened in place: the list marks it, the phone shows it, the live part follows it.
  document.body.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.target.id !== 'sheet' && !document.getElementById('sheet')) return;
    const sheet = document.getElementById('sheet');
    const box = inbox();
    box.classList.toggle('shows-sheet', Boolean(sheet?.dataset.self));
    box.classList.toggle('shows-list', !sheet?.dataset.self);
    if (sheet?.dataset.self) box.dataset.live = sheet.dataset.self + location.search;
    for (const line of document.querySelectorAll('.case-line')) {
      if (sheet?.dataset.self && line.getAttribute('href').split('?')[0] === sheet.dataset.self) line.setAttribute('aria-current', 'true');
      else line.removeAttribute('aria-current');
    }
    document.getElementById('sheet-pane').scrollTop = 0;
    sheet?.focus({ preventScroll: true });
    held();
  });
}

function keys() {
  const typing = (element) => element.matches?.('input:not([type=radio]), textarea, select');
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && typing(event.target)) {
      event.target.blur();
      return;
    }
    if (typing(event.target) || document.querySelector('dialog[open]')) return;
    if (event.key === 'j' || event.key === 'k') {
      const lines = [...document.querySelectorAll('.case-line')];
      const at = lines.indexOf(document.activeElement) >= 0 ? lines.indexOf(document.activeElement) : lines.findIndex((l) => l.hasAttribute('aria-current'));
      const next = lines[Math.min(lines.length - 1, Math.max(0, event.key === 'j' ? at + 1 : at - 1))];
      next?.focus();
      event.preventDefault();
      return;
    }
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!target) return;
    event.preventDefault();
    press(target);
  });
  document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-open]');
    if (opener) document.querySelector(opener.dataset.open).showModal();
    const hint = event.target.closest('.duty-hint a');
    if (hint) {
      document.getElementById('duty').open = true;
      const duty = document.querySelector(hint.getAttribute('href'));
      duty.open = true;
      duty.scrollIntoView();
      event.preventDefault();
    }
  });
  const press = (target) => {
    if (target.matches('summary')) {
      target.parentElement.open = true;
      target.scrollIntoView({ block: 'nearest' });
      (target.parentElement.querySelector('textarea, input:not([type=hidden])') ?? target).focus();
    } else if (target.matches('input, textarea')) {
      target.focus();
    } else {
      target.click();
    }
  };
}

// "/" at the beginning of a line opens the canned replies; letters narrow them; Enter puts one in.
function canned() {
  const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
  const typed = (box) => /(?:^|\n)\/([^\n]*)$/.exec(box.value.slice(0, box.selectionStart));
  const shown = () => [...document.querySelectorAll('.canned-reply')].filter((button) => !button.parentElement.hidden);
  const choose = (buttons, at) => buttons.forEach((button, i) => {
    button.setAttribute('aria-selected', String(i === at));
    if (i === at) button.scrollIntoView({ block: 'nearest' });
  });
  const putIn = (box, button) => {
    const found = typed(box);
    const before = found ? box.value.slice(0, box.selectionStart - found[1].length - 1) : (box.value ? box.value.trimEnd() + '\n\n' : '');
    const after = found ? box.value.slice(box.selectionStart) : '';
    box.value = before + button.dataset.text + after;
    box.focus();
    box.selectionStart = box.selectionEnd = before.length + button.dataset.text.length;
    document.getElementById('canned').open = false;
    document.querySelectorAll('.canned li').forEach((li) => { li.hidden = false; });
  };
  document.addEventListener('input', (event) => {
    if (event.target.id !== 'reply-text') return;
    const list = document.getElementById('canned');
    const found = typed(event.target);
    if (found) list.open = true;
    for (const button of document.querySelectorAll('.canned-reply')) {
      button.parentElement.hidden = Boolean(found) && !fold(button.textContent).includes(fold(found[1].trim()));
    }
    if (found) choose(shown(), 0);
  });
  document.addEventListener('keydown', (event) => {
    if (event.target.id !== 'reply-text' || !typed(event.target)) return;
    const buttons = shown();
    const at = buttons.findIndex((button) => button.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      choose(buttons, Math.min(buttons.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1))));
      event.preventDefault();
    } else if (event.key === 'Enter' && at >= 0) {
      putIn(event.target, buttons[at]);
      event.preventDefault();
    }
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest('.canned-reply');
    const box = document.getElementById('reply-text');
    if (!button || !box) return;
    putIn(box, button);
    event.preventDefault();
  });
}

// Seconds that are left to take a reply back.
function held() {
  for (const form of document.querySelectorAll('[data-held]')) {
    if (form.dataset.counting) continue;
    form.dataset.counting = '1';
    let left = Number(form.dataset.held);
    const words = form.querySelector('span');
    const text = words.textContent;
    const timer = setInterval(() => {
      left -= 1;
      if (!form.isConnected) {
        clearInterval(timer);
      } else if (left <= 0) {
        clearInterval(timer);
        form.querySelector('button').disabled = true;
        setTimeout(() => document.dispatchEvent(new Event('inbox:look')), 1500);
      } else {
        words.textContent = text.replace(/\d+/, String(left));
      }
    }, 1000);
  }
}
