import type { Letter, Way } from './letter';
import { DARK_STYLE, painted } from './paint';

const SANS = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const MONO = 'font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace';
const TEXT = 'margin:0 0 16px;font-size:16px;line-height:1.5;white-space:pre-line;text-wrap:pretty';
const SMALL = 'margin:0 0 8px;font-size:13px;line-height:1.5';
const BREAKS = 'word-break:break-all;overflow-wrap:anywhere';

const TABLE = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"';

/**
 * Writes a letter as HTML that is read anywhere: tables and inline styles, since some programs drop
 * all others; light, and dark where the program asks for it; nothing loaded from the network, so the
 * mark is a letter on a coloured cell. It fits 360 px without being asked to.
 */
export function toHtml(letter: Letter): string {
  const { lang, subject, preview, paragraphs, action, second, code, footer } = letter;
  const text = paragraphs.map((one) => `<p ${painted('ink', TEXT)}>${escaped(one)}</p>`).join('\n');
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${DARK_STYLE}</style></head>
<body ${painted('canvas', 'margin:0;padding:0;-webkit-text-size-adjust:100%')}>
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escaped(preview)}${FILLER}</div>
<table ${TABLE} ${painted('canvas', SANS)}><tr><td align="center" style="padding:24px 8px">
<table ${TABLE} style="max-width:560px;text-align:left">
<tr><td style="padding:0 20px 16px">${MARK}</td></tr>
<tr><td><table ${TABLE} ${painted('surface', 'border-collapse:separate;border-radius:12px')}>
<tr><td style="padding:24px 20px 8px;overflow-wrap:anywhere">
${text}${action ? button(action) : ''}${second ? button(second) : ''}</td></tr>${code ? block(code) : ''}
</table></td></tr>
<tr><td style="padding:16px 20px 0">
${footer.map((one) => `<p ${painted('muted', SMALL)}>${escaped(one)}</p>`).join('\n')}
</td></tr></table></td></tr></table></body></html>`;
}

/** Spaces that nobody sees: no list of mails shows more of the text after the preview. */
const FILLER = '&#847;&zwnj;&nbsp;'.repeat(80);

/** The logo, as far as a mail can draw it. */
const MARK = `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td width="28" height="28" align="center" aria-hidden="true" ${painted('accent', 'border-radius:7px;font-size:17px;line-height:28px;font-weight:700')}>Z</td>
<td ${painted('ink', 'padding-left:10px;font-size:17px;line-height:28px;font-weight:600')}>Zendrhax</td></tr></table>`;

function button({ label, hint, url }: Way): string {
  const box = 'border-radius:8px;mso-padding-alt:12px 20px';
  const link =
    'display:inline-block;padding:12px 20px;border-radius:8px;font-size:16px;line-height:1.25;font-weight:600;text-decoration:none';
  return `
<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td ${painted('accent', box)}><a href="${escaped(url)}" ${painted('accent', link)}>${escaped(label)}</a></td></tr></table>
<p ${painted('muted', `${SMALL};margin:20px 0 0`)}>${escaped(hint)}</p>
<p ${painted('muted', `${SMALL};${BREAKS}`)}>${escaped(url)}</p>`;
}

/** The code has a row of its own, where all of it fits into one line of a phone. */
function block({ hint, value }: NonNullable<Letter['code']>): string {
  const line = `padding:14px 8px;border-radius:8px;font-size:12px;line-height:1.5;text-align:center;-webkit-user-select:all;user-select:all;${BREAKS};${MONO}`;
  return `
<tr><td style="padding:8px 20px 0"><p ${painted('muted', SMALL)}>${escaped(hint)}</p></td></tr>
<tr><td style="padding:0 4px 4px"><table ${TABLE}><tr><td translate="no" ${painted('sunken', line)}>${escaped(value)}</td></tr></table></td></tr>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
