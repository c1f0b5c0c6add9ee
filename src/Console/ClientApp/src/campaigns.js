// The editor of campaigns: its languages as tabs. Without this file they stand below each other.
const tabs = document.querySelector('[data-tabs]');

if (tabs) {
  const panels = [...tabs.querySelectorAll('[data-tab]')];
  const list = document.createElement('div');
  list.className = 'tab-list';
  list.setAttribute('role', 'tablist');
  const buttons = panels.map((panel) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.id = `tab-${panel.id}`;
    button.textContent = panel.dataset.tab;
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-controls', panel.id);
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', button.id);
    button.addEventListener('click', () => choose(panel));
    list.append(button);
    return button;
  });
  const choose = (chosen) => {
    panels.forEach((panel, i) => {
      panel.hidden = panel !== chosen;
      buttons[i].setAttribute('aria-selected', String(panel === chosen));
      buttons[i].tabIndex = panel === chosen ? 0 : -1;
    });
    tabs.closest('form').dataset.shows = chosen.dataset.language;
  };
  // What is wrong on a page that is hidden is marked on its tab.
  const mark = () => panels.forEach((panel, i) => buttons[i].classList.toggle('has-fault', Boolean(panel.querySelector('.field-fault'))));
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = (buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length;
    choose(panels[next]);
    buttons[next].focus();
  });
  tabs.prepend(list);
  tabs.classList.add('tabbed');
  choose(panels.find((panel) => panel.querySelector('.field-fault')) ?? panels[0]);
  mark();
  document.body.addEventListener('htmx:oobAfterSwap', mark);
}
