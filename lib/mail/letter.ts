/** What a mail says. Paragraphs are plain text. */
export type Letter = {
  lang: string;
  paragraphs: string[];
  /** a button, and its address as text for readers who cannot press it */
  action?: { label: string; url: string };
  /** what to type instead of following the link, and a sentence that says so */
  code?: { hint: string; value: string };
  footer: string;
};

const FONT = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif';
const PARAGRAPH =
  'margin:0 0 16px;font-size:16px;line-height:1.55;color:#1b1d26;white-space:pre-line';
const SMALL = 'margin:16px 0 0;font-size:13px;line-height:1.5;color:#5b6070';

/** Writes a letter for mail programs that show plain text. */
export function toText({ paragraphs, action, code, footer }: Letter): string {
  const parts = [...paragraphs];
  if (action) parts.push(`${action.label}:\n${action.url}`);
  if (code) parts.push(`${code.hint}\n${code.value}`);
  return [...parts, `-- \n${footer}`].join('\n\n');
}

/** Writes a letter as HTML: one column, inline styles, nothing loaded from the network. */
export function toHtml({ lang, paragraphs, action, code, footer }: Letter): string {
  const body = [
    ...paragraphs.map((text) => `<p style="${PARAGRAPH}">${escapeHtml(text)}</p>`),
    action && button(action),
    code &&
      `<p style="${SMALL}">${escapeHtml(code.hint)}<br><code style="font-size:13px;word-break:break-all">${escapeHtml(code.value)}</code></p>`,
  ].filter(Boolean);
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="color-scheme" content="light"></head>
<body style="margin:0;padding:32px 16px;background:#f6f7f9;${FONT}">
<div style="max-width:520px;margin:0 auto">
<p style="margin:0 0 16px;font-size:16px;font-weight:600;color:#1b1d26">Zendrhax</p>
<div style="padding:28px;background:#ffffff;border:1px solid #e2e4ea;border-radius:12px">
${body.join('\n')}
</div>
<p style="${SMALL}">${escapeHtml(footer)}</p>
</div></body></html>`;
}

function button({ label, url }: { label: string; url: string }): string {
  const style =
    'display:inline-block;padding:10px 18px;border-radius:8px;background:#4f3ed0;color:#ffffff;font-size:15px;font-weight:600;text-decoration:none';
  return `<p style="margin:0 0 8px"><a href="${escapeHtml(url)}" style="${style}">${escapeHtml(label)}</a></p>
<p style="${SMALL};word-break:break-all">${escapeHtml(url)}</p>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
