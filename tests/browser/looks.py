"""What is looked at on a page, by scripts that run in it."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe().axe_script
STANDARD = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
"""What axe-core looks for; to tell of everything it found in order would take it as long again."""

OVERLAPS = """() => {
  const shown = (element) => element.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const clipped = (element) => {
    for (let each = element; each; each = each.parentElement) {
      if (getComputedStyle(each).clipPath !== 'none') return true;
    }
    return false;
  };
  const block = (element) => {
    while (getComputedStyle(element).display.startsWith('inline')) element = element.parentElement;
    return element;
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !shown(node.parentElement) || clipped(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const {left, right, top, bottom} of range.getClientRects()) {
      const less = (bottom - top) * 0.28; // the room of a font above and below its letters
      const own = block(node.parentElement);
      found.push({text: node.data.trim(), own, left, right, top: top + less, bottom: bottom - less});
    }
  }
  const pairs = [];
  for (const [number, one] of found.entries()) for (const other of found.slice(number + 1)) {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    if (one.own !== other.own && across > 1 && down > 1) pairs.push([one.text.slice(0, 40), other.text.slice(0, 40)]);
  }
  return pairs;
}"""

WIDER = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const out = ({left, right}) => right > root.clientWidth + 1 || left < -1;
  return [...document.querySelectorAll('body *')].filter((element) => out(element.getBoundingClientRect()))
    .map((element) => `${element.tagName}.${element.className}`).slice(0, 8)
    .concat(`${root.scrollWidth} > ${root.clientWidth}`);
}"""

MOVING = """() => [...document.querySelectorAll('*')].filter((element) => {
  const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(element);
  return parseFloat(transitionDuration) > 0 || animationName !== 'none' || scrollBehavior === 'smooth';
}).map((element) => `${element.tagName}.${element.className}`)"""

FOCUSED = """() => {
  const element = document.activeElement;
  const rings = [null, '::before', '::after'].map((part) => getComputedStyle(element, part));
  const box = element.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight;
  const labels = [...(element.labels || [])].map((label) => label.innerText).join(' ');
  const name = element.getAttribute('aria-label') || labels || element.innerText || element.value || element.name;
  const ring = rings.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 1);
  return {tag: element.tagName, name, ring, inside,
    number: [...document.querySelectorAll('*')].indexOf(element)};
}"""

REACHABLE = """() => [...document.querySelectorAll('a[href], button, input, summary')]
  .filter((element) => element.checkVisibility({visibilityProperty: true}) && !element.disabled).length"""


def violations(page: Page, within: str | None = None) -> list[str]:
    """Give what axe-core finds wrong on a page, or within a part of it, by rule and place."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    look = "([within, options]) => axe.run(within ?? document, options)"
    found: Any = page.evaluate(look, [within, STANDARD])["violations"]
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}" for each in found for node in each["nodes"]
    ]
