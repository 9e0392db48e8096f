import type { Page } from '@playwright/test';
import { z } from 'zod';

/**
 * What of the window cannot be read or reached at its present size, in words; empty when all can. The page must not scroll
 * sideways (lists in it may), no text may lie beyond what clips it unless dots say so, and everything that takes the
 * keyboard must come into view and be on top there. What a layer covers that can be closed is not asked for.
 *
 * Where the size has just changed, lists that float follow some frames later: what is wrong is looked at again, until it
 * is right or has stood for a second of frames.
 */
export async function cutOff(page: Page): Promise<string[]> {
  for (let frames = FRAMES; ; frames -= 1) {
    const faults = z.array(z.string()).parse(await page.evaluate(`(${LOOK})()`));
    if (faults.length === 0 || frames === 0) return faults;
    await page.evaluate(NEXT_FRAME);
  }
}

const FRAMES = 60;
const NEXT_FRAME = 'new Promise((drawn) => requestAnimationFrame(() => drawn(0)))';

/** Runs in the page, as text: the tests know no document. */
const LOOK = String.raw`() => {
  const focused = document.activeElement;
  const scrolled = [...document.querySelectorAll('*')].filter((one) => one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth).map((one) => [one, one.scrollTop, one.scrollLeft]);
  const faults = [];
  const named = (element) => {
    const words = (element.innerText || element.getAttribute('aria-label') || '').trim().replace(/\s+/g, ' ').slice(0, 60);
    return element.localName + (element.id ? '#' + element.id : '') + '.' + String(element.className?.baseVal ?? element.className).split(' ').slice(0, 2).join('.') + ' “' + words + '”';
  };
  const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const isHiddenFromEyes = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const { width, height } = one.getBoundingClientRect();
      if (width <= 1 && height <= 1 && getComputedStyle(one).overflow !== 'visible') return true;
      if (one.getAttribute('aria-hidden') === 'true' && one.closest('svg')) return true;
    }
    return false;
  };
  const CLIPS = ['hidden', 'clip'];
  const SCROLLS = ['auto', 'scroll'];
  const isAbove = (top, target) => {
    const layer = top.closest(LAYERS);
    return layer !== null && !layer.contains(target);
  };
  const LAYERS = '[role=dialog], [role=menu], [role=listbox], aside, [data-portal], .mantine-Popover-dropdown, .mantine-Notifications-root';

  for (const root of [document.scrollingElement, ...document.querySelectorAll('main, aside, [role=dialog]')]) {
    const beyond = root.scrollWidth - root.clientWidth;
    if (beyond > 1) faults.push('scrolls sideways by ' + beyond + ': ' + named(root));
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement;
    if (text.data.trim() === '' || !isSeen(parent) || isHiddenFromEyes(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    let dots = false;
    let scrolls = false;
    for (let one = parent; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      const frame = one.getBoundingClientRect();
      dots ||= style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      if (SCROLLS.includes(style.overflowX) || SCROLLS.includes(style.overflowY)) { scrolls = true; break; }
      if (CLIPS.includes(style.overflowX) && !dots && (box.right > frame.right + 1 || box.left < frame.left - 1)) {
        faults.push('text clipped at the side: ' + named(parent));
        break;
      }
      if (CLIPS.includes(style.overflowY) && (box.bottom > frame.bottom + 4 || box.top < frame.top - 4)) {
        faults.push('text clipped above or below: ' + named(parent));
        break;
      }
      if (style.position === 'fixed') break;
    }
    if (!scrolls && !dots && (box.right > innerWidth + 1 || box.left < -1)) faults.push('text beyond the window: ' + named(parent));
  }

  const layers = [...document.querySelectorAll('[role=dialog]')].filter(isSeen);
  const stage = layers.at(-1) ?? document;
  for (const control of stage.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')) {
    if (control.tabIndex < 0 || control.disabled || !isSeen(control) && control.localName !== 'input') continue;
    let target = control;
    if (control.localName === 'input' && (!isSeen(control) || isHiddenFromEyes(control) || control.offsetHeight === 0)) target = control.labels?.[0] ?? control;
    if (isHiddenFromEyes(target) || !isSeen(target)) continue;
    // It comes into view when it has the focus.
    if (target.getBoundingClientRect().bottom < 0) { target.focus(); if (target.getBoundingClientRect().bottom > 0) { target.blur(); continue; } }
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const box = target.getBoundingClientRect();
    const x = Math.max(box.left, 0) + Math.min(box.width, innerWidth) / 2;
    const y = Math.max(box.top, 0) + Math.min(box.height, innerHeight) / 2;
    const top = document.elementFromPoint(x, y);
    if (top === null) faults.push('out of the window: ' + named(control));
    else if (!target.contains(top) && !top.contains(target) && !isAbove(top, target))
      faults.push('covered by ' + named(top) + ': ' + named(control));
  }
  for (const grid of document.querySelectorAll('[role=grid]')) {
    if (isSeen(grid) && grid.clientHeight < 100) faults.push('a list of ' + grid.clientHeight + ' pixels: ' + named(grid));
  }
  focused?.focus({ preventScroll: true });
  for (const [one, top, left] of scrolled) { one.scrollTop = top; one.scrollLeft = left; }
  return [...new Set(faults)];
}`;
