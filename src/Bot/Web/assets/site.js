// Everything here is a comfort: each page works without it.
'use strict';
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);

  // Quick exit: clear the view at once, forget the conversation on the server, leave no page to come back to.
  const exit = $('[data-exit]');
  const leave = () => {
    document.body.hidden = true;
    document.title = '';
    const conversation = $('input[name=c]');
    if (conversation) navigator.sendBeacon('/thoat', new URLSearchParams({ c: conversation.value }));
    location.replace(exit.href);
  };
  exit.addEventListener('click', event => { event.preventDefault(); leave(); });

  const print = $('[data-print]');
  if (print) { print.hidden = false; print.onclick = () => window.print(); }
  const share = $('[data-share]');
  if (share && navigator.share) { share.hidden = false; share.onclick = () => navigator.share({ title: document.title, url: location.href }).catch(() => {}); }

  // Search as you type.
  const search = $('[data-search]');
  if (search) {
    const field = $('input[type=search]', search), found = $('#found');
    let timer, asked = 0;
    field.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const mine = ++asked;
        if (field.value.trim().length < 2) { found.replaceChildren(); return; }
        try {
          const answer = await fetch(search.dataset.search + '?' + new URLSearchParams(new FormData(search)));
          if (answer.ok && mine === asked) found.innerHTML = await answer.text();
        } catch { /* the button still searches */ }
      }, 200);
    });
  }

  // Chat.
  const form = $('#form');
  if (!form) return;
  const log = $('#log'), text = $('textarea', form), words = form.dataset;
  const element = (tag, className, content) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (content) made.textContent = content;
    return made;
  };
  const show = node => node?.scrollIntoView({ block: 'start' });
  const pending = new Set();

  const send = async message => {
    const { bubble, state, typing } = message;
    bubble.classList.remove('failed');
    state.textContent = words.sending;
    log.append(typing);
    show(bubble);
    try {
      const answer = await fetch(form.action, { method: 'POST', body: message.body, headers: { 'X-Part': '1' }, signal: AbortSignal.timeout(20000) });
      if (!answer.ok) throw new Error();
      const part = document.createRange().createContextualFragment(await answer.text());
      const conversation = part.querySelector('[data-c]');
      if (conversation) { form.c.value = conversation.dataset.c; conversation.remove(); }
      const first = part.querySelector('.turn:not(.me)');
      pending.delete(message);
      typing.remove();
      bubble.replaceWith(part);
      show(first);
    } catch {
      typing.remove();
      bubble.classList.add('failed');
      const retry = element('button', '', words.retry);
      retry.type = 'button';
      retry.onclick = () => send(message);
      state.replaceChildren(words.failed + ' ', retry);
      pending.add(message);
    }
  };

  form.addEventListener('submit', event => {
    event.preventDefault();
    const pressed = event.submitter?.name === 'choice' ? event.submitter : null;
    const said = pressed ? pressed.textContent : text.value.trim();
    if (!said) { text.focus(); return; }
    // The same id goes out again on a retry: the service handles it once.
    form.m.value = crypto.getRandomValues(new Uint32Array(4)).join('-');
    const body = new URLSearchParams(new FormData(form));
    if (pressed) { body.set('choice', pressed.value); body.delete('text'); }
    else { text.value = ''; grow(); }
    const bubble = element('li', 'turn me'), state = element('p', 'state'), typing = element('li', 'turn');
    bubble.append(element('div', 'say', said), state);
    const dots = element('div', 'say typing');
    dots.setAttribute('role', 'status');
    dots.append(element('span', 'sr', words.typing), element('i'), element('i'), element('i'));
    typing.append(dots);
    log.append(bubble);
    send({ body, bubble, state, typing });
  });
  window.addEventListener('online', () => pending.forEach(send));

  const grow = () => { text.style.height = 'auto'; text.style.height = text.scrollHeight + 'px'; };
  text.addEventListener('input', grow);
  text.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit($('[type=submit]', form)); }
  });
  // A page that came back with a conversation opens at the newest answer.
  show([...log.querySelectorAll('.turn.me')].at(-1));
})();
