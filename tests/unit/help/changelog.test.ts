import { expect, test } from 'vitest';
import { openApi } from '@/app/api/document';
import { readTexts } from '../../support/texts';

const { info } = await openApi();
const changelogs = readTexts('help').filter(({ slug }) => slug === 'changelog');

test.each(changelogs.map((text) => [text.locale, text] as const))(
  'the changelog begins with the version of the document, and its day, in %s',
  (_, { headings }) => {
    const [newest] = headings;
    expect(newest?.text).toMatch(new RegExp(`^${info.version}, \\d{1,2} .*20\\d\\d$`));
    expect(newest?.anchor).toBe(`v${info.version.replaceAll('.', '-')}`);
  },
);
