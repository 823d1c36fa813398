import type { Page } from 'playwright';
/** What a browser computes for one element, in pixels, and in colours as it writes them. */
export type Look = {
  specimen: string;
  tag: string;
  text: string;
  font: string;
  box: string;
  color: string | null;
  behind: string;
  border: string | null;
};

/** All that has a look of its own: text, a colour behind it, or a border. */
export const looksOf = (page: Page): Promise<Look[]> =>
  page.evaluate(() => {
    const isClear = (color: string) => /\/ 0\)|, 0\)$|transparent/.test(color);
    const behind = (element: Element): string => {
      const { backgroundColor } = getComputedStyle(element);
      const { parentElement } = element;
      return isClear(backgroundColor) && parentElement ? behind(parentElement) : backgroundColor;
    };
    const px = (...lengths: string[]) =>
      lengths.map((one) => Math.round(Number.parseFloat(one) * 10) / 10).join(' ');
    const textOf = (element: Element) =>
      [...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent)
        .join('')
        .replace(/\s+/g, ' ')
        .trim();
    return [...document.querySelectorAll('[data-specimen] *')].flatMap((element) => {
      const style = getComputedStyle(element);
      const text = textOf(element);
      const isControl = element.matches('button, input, select, textarea');
      const isDrawn = element.matches('rect');
      const isFilled = !isClear(style.backgroundColor);
      const hasBorder = style.borderTopWidth !== '0px' && !isClear(style.borderTopColor);
      const isHidden =
        element.matches('option') ||
        style.display === 'none' ||
        (style.position === 'absolute' && style.width === '1px');
      if (isHidden || !(text || isControl || isDrawn || isFilled || hasBorder)) {
        return [];
      }
      const { fontSize, lineHeight, fontWeight, fontFamily } = style;
      const isCode = /mono/i.test(fontFamily.split(',')[0] ?? '');
      const isTick = element.matches('[type=checkbox], [type=radio]');
      const isBox = !isTick && (isControl || isFilled || hasBorder);
      const { height } = element.getBoundingClientRect();
      return [
        {
          specimen: element.closest<HTMLElement>('[data-specimen]')?.dataset.specimen ?? '',
          tag: element.localName,
          text: text.slice(0, 24),
          font: `${px(fontSize, lineHeight, fontWeight)}${isCode ? ' mono' : ''}`,
          box: [
            isControl && `height ${px(String(height))}`,
            isBox && `padding ${px(style.paddingTop, style.paddingLeft)}`,
            isBox && `radius ${px(style.borderTopLeftRadius)}`,
            style.opacity !== '1' && `opacity ${style.opacity}`,
          ]
            .filter(Boolean)
            .join(', '),
          color: isDrawn ? style.fill : text || isControl ? style.color : null,
          behind: behind(element),
          border: hasBorder ? style.borderTopColor : null,
        },
      ];
    });
  });

/** The colours of the style sheet as this browser writes them, some also mixed with nothing: `success/30`. */
export const colorsOf = (page: Page, names: string[]): Promise<Record<string, string>> =>
  page.evaluate((tokens) => {
    const probe = document.body.appendChild(document.createElement('i'));
    const inWords = (color: string) => {
      probe.style.color = color;
      return getComputedStyle(probe).color;
    };
    const colors = tokens.flatMap((name) => [
      [name, inWords(`var(--color-${name})`)],
      [`${name}/30`, inWords(`color-mix(in oklab, var(--color-${name}) 30%, transparent)`)],
    ]);
    probe.remove();
    return Object.fromEntries(colors);
  }, names);
