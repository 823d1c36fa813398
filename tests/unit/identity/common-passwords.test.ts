import { expect, test } from 'vitest';
import { isCommonPassword } from '@/lib/identity/passwords/common-passwords';

/** What people choose most, of 8 characters or more, in the many published counts: not the list in use. */
const COMMONEST = `
  password 12345678 123456789 1234567890 qwertyuiop 11111111 00000000 iloveyou
  sunshine princess football baseball superman trustno1 starwars whatever
  computer michelle jennifer 1qaz2wsx password1 passw0rd qwerty123 1q2w3e4r
  zaq12wsx 123123123 987654321 88888888 abcdefgh asdfghjkl q1w2e3r4 letmein1
  welcome1 monkey123 dragon123 charlie1 liverpool chocolate butterfly elizabeth
  samantha victoria midnight blink182 mercedes scorpion corvette jonathan
  alexander garfield internet babygirl basketball spiderman 12341234 87654321
  qwerty12 abc12345 password123 admin123 iloveyou1 football1 1234qwer qazwsxedc
  zxcvbnm1 11223344 12121212 99999999 barcelona christian metallica patricia
  veronica danielle caroline isabella nicholas benjamin samsung1 changeme
  administrator
`
  .trim()
  .split(/\s+/);

const ABOUT = ['robin.doe@fabrikam.test', 'Robin Doe'];

test('the commonest passwords are refused, however their letters are cased', () => {
  expect(COMMONEST.length).toBeGreaterThan(80);
  const taken = COMMONEST.flatMap((word) => [word, word.toUpperCase()]).filter(
    (word) => !isCommonPassword(word),
  );
  expect(taken).toEqual([]);
});

test.each([
  ['digits alone', ['987654321', '19850412', '12.04.1985', '555 123 45 67']],
  ['repetitions', ['88888888', '123123123', 'abababab', 'qwertyqwerty', 'passwordpassword']],
  ['sequences', ['abcdefgh', 'hgfedcba', 'abcd1234', '1234abcd', 'aaaabbbb', 'xyz789xyz']],
  [
    'ways over a keyboard',
    ['qwer1234', '1q2w3e4r5t', 'zaq12wsx', 'poiuytre', 'asdfzxcv', 'azertyuiop'],
  ],
  [
    'words with something around them',
    ['Password123!', '!!password', 'Welcome2026', 'monkey_1984'],
  ],
  ['leetspeak', ['P@ssw0rd', 'p4ssw0rd!', 'L3tm31n!', '$unsh1ne99']],
  ['the product', ['zendrhax', 'Zendrhax2026!', 'z3ndrh4x', 'zendrhax-1']],
  [
    'the address and its parts',
    ['robin.doe@fabrikam.test', 'fabrikam1', 'Fabrikam.Test', 'robindoe'],
  ],
  ['the name', ['Robin Doe', 'RobinDoe1', 'robin1985']],
])('refused: %s', (_, passwords) => {
  expect(passwords.filter((password) => !isCommonPassword(password, ABOUT))).toEqual([]);
});

test.each([
  'four words and a crane',
  'correct horse battery staple',
  'contraseña segura',
  '8 chars!',
  'kX9#mQ2v',
  'vg7wq2hz',
  '密码密码 🔑🔑 密码',
  'robin sings in a choir',
  'fabrikam has 40 windows',
  '918273645546',
])('taken: %s', (password) => {
  expect(isCommonPassword(password, ABOUT)).toBe(false);
});

// Twenty times as long as one may be. If the work grew by more than the square, this would never end.
test.each(['ab1', 'abc', 'a', '1!', 'robin'])(
  'a very long password is looked at to its end: %s, again and again',
  (piece) => {
    expect(isCommonPassword(`${piece.repeat(5_000 / piece.length)} kX9#mQ2v`, ABOUT)).toBe(false);
  },
);
