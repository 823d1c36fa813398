import { createElement, Fragment } from 'react';
import { expect, test } from 'vitest';
import headingAnchors from '@/lib/content/heading-anchors.mjs';
import { outlineOf } from '@/lib/content/outline';

const Box = ({ children }: { children?: unknown; title?: string }) => String(children);

test('headings and words are read without rendering anything', () => {
  const text = () =>
    createElement(
      Fragment,
      null,
      createElement('h2', { id: 'one' }, 'Part ', createElement('code', null, 'one')),
      '\n',
      createElement('p', null, 'Some ', createElement('em', null, 'words'), '.'),
      '\n',
      createElement(Box, { title: 'Mind' }, '\n', createElement('p', null, 'the gap'), '\n'),
      createElement('h2', { id: 'two' }, 'Part two'),
      '\n',
      createElement('tr', null, [
        createElement('td', null, 'one'),
        createElement('td', null, 'two'),
      ]),
    );
  expect(outlineOf(text)).toEqual({
    headings: [
      { id: 'one', text: 'Part one' },
      { id: 'two', text: 'Part two' },
    ],
    text: 'Part one · Some words. Mind · the gap Part two · one two',
  });
});

test('a heading may name its anchor; other text is left alone', () => {
  const element = (tagName: string, value: string) => ({
    tagName,
    properties: {} as { id?: string },
    children: [{ value }],
  });
  const named = element('h2', 'Revocar una clave [#revoke-a-key]');
  const plain = element('h2', 'Cookies');
  const paragraph = element('p', 'See [#this]');
  headingAnchors()({ children: [named, plain, paragraph] });
  expect(named).toMatchObject({
    properties: { id: 'revoke-a-key' },
    children: [{ value: 'Revocar una clave' }],
  });
  expect(plain.properties).toEqual({});
  expect(paragraph).toEqual(element('p', 'See [#this]'));
});
