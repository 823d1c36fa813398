import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { Operation } from '@/lib/api/reference/operation';
import { samplesOf } from '@/lib/api/reference/samples';

const ORIGIN = 'https://app.example.com';

const base: Operation = {
  id: 'postThings',
  method: 'POST',
  path: '/api/things',
  summary: 'Make a thing',
  description: '',
  needsKey: true,
  scope: undefined,
  parameters: [],
  body: undefined,
  answer: { status: 200, content: { fields: [], example: {} } },
  errors: [],
};

function parameter(place: 'path' | 'query', name: string, example: unknown) {
  const field = { description: undefined, values: [], limits: undefined, default: undefined };
  return { in: place, name, type: 'string', required: false, example, fields: [], ...field };
}

const body = {
  fields: [],
  example: { name: "Ann's “café”", due_on: null, done: false, 'odd name': [], lines: [{ n: 1 }] },
};

test('a request with a body, in each language', () => {
  const samples = samplesOf({ ...base, body }, ORIGIN);
  expect(samples.curl).toMatchInlineSnapshot(`
    "curl -X POST https://app.example.com/api/things \\
      -H "Authorization: Bearer $ZENDRHAX_API_KEY" \\
      -H 'Content-Type: application/json' \\
      --data '{
      "name": "Ann'\\''s “café”",
      "due_on": null,
      "done": false,
      "odd name": [],
      "lines": [
        {
          "n": 1
        }
      ]
    }'"
  `);
  expect(samples.javascript).toMatchInlineSnapshot(`
    "const response = await fetch("https://app.example.com/api/things", {
      method: "POST",
      headers: {
        Authorization: \`Bearer \${process.env.ZENDRHAX_API_KEY}\`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify({
        name: "Ann's “café”",
        due_on: null,
        done: false,
        "odd name": [],
        lines: [
          {
            n: 1
          }
        ]
      }),
    });
    if (!response.ok) throw new Error(await response.text());
    console.log(await response.json());"
  `);
  expect(samples.python).toMatchInlineSnapshot(`
    "import json
    import os
    import urllib.request

    request = urllib.request.Request(
        "https://app.example.com/api/things",
        method="POST",
        headers={
            "Authorization": f"Bearer {os.environ['ZENDRHAX_API_KEY']}",
            "Content-Type": "application/json",
        },
        data=json.dumps({
            "name": "Ann's “café”",
            "due_on": None,
            "done": False,
            "odd name": [],
            "lines": [
                {
                    "n": 1,
                },
            ],
        }).encode(),
    )
    with urllib.request.urlopen(request) as response:
        print(json.load(response))"
  `);
});

test('a request that deletes, in each language', () => {
  const operation = {
    ...base,
    method: 'DELETE',
    path: '/api/things/{id}',
    parameters: [parameter('path', 'id', 'a/b')],
    answer: { status: 204, content: undefined },
  };
  const samples = samplesOf(operation, ORIGIN);
  expect(samples.curl).toMatchInlineSnapshot(`
    "curl -X DELETE https://app.example.com/api/things/a%2Fb \\
      -H "Authorization: Bearer $ZENDRHAX_API_KEY""
  `);
  expect(samples.javascript).toMatchInlineSnapshot(`
    "const response = await fetch("https://app.example.com/api/things/a%2Fb", {
      method: "DELETE",
      headers: {
        Authorization: \`Bearer \${process.env.ZENDRHAX_API_KEY}\`,
      },
    });
    if (!response.ok) throw new Error(await response.text());
    console.log(response.status);"
  `);
  expect(samples.python).toMatchInlineSnapshot(`
    "import os
    import urllib.request

    request = urllib.request.Request(
        "https://app.example.com/api/things/a%2Fb",
        method="DELETE",
        headers={
            "Authorization": f"Bearer {os.environ['ZENDRHAX_API_KEY']}",
        },
    )
    with urllib.request.urlopen(request) as response:
        print(response.status)"
  `);
});

test('a request that needs no key, in each language', () => {
  const samples = samplesOf({ ...base, method: 'GET', needsKey: false }, ORIGIN);
  expect(samples.curl).toMatchInlineSnapshot(`"curl https://app.example.com/api/things"`);
  expect(samples.javascript).toMatchInlineSnapshot(`
    "const response = await fetch("https://app.example.com/api/things");
    if (!response.ok) throw new Error(await response.text());
    console.log(await response.json());"
  `);
  expect(samples.python).toMatchInlineSnapshot(`
    "import json
    import urllib.request

    request = urllib.request.Request(
        "https://app.example.com/api/things",
    )
    with urllib.request.urlopen(request) as response:
        print(json.load(response))"
  `);
});

test('the query has the parameters with an example, quoted for the shell', () => {
  const parameters = [
    parameter('query', 'status', 'open'),
    parameter('query', 'cursor', undefined),
    parameter('query', 'customer', "Ann & Bob's"),
  ];
  const { curl } = samplesOf({ ...base, method: 'GET', parameters }, ORIGIN);
  expect(curl).toContain(
    "curl 'https://app.example.com/api/things?status=open&customer=Ann+%26+Bob%27s' \\\n",
  );
});

test('a path that has been filled in stays as it is', () => {
  const operation = { ...base, path: '/api/things/42', parameters: [parameter('path', 'id', '7')] };
  for (const sample of Object.values(samplesOf(operation, ORIGIN))) {
    expect(sample).toContain('/api/things/42');
  }
});

test('the JavaScript is a module that Node.js can read', () => {
  const { javascript } = samplesOf({ ...base, body }, ORIGIN);
  const flags = ['--input-type=module', '--check', '-'];
  const { stderr, status } = spawnSync(process.execPath, flags, { input: javascript });
  expect(String(stderr)).toBe('');
  expect(status).toBe(0);
});
