import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { samplesOf } from '@/lib/reference/samples';
import { base, body, ORIGIN } from '@/tests/support/operation';

test('a request with a body, in each language', () => {
  const samples = samplesOf({ ...base, body }, ORIGIN);
  expect(samples.curl).toMatchInlineSnapshot(`
    "curl -i -X POST https://app.example.com/api/things \\
      -H "Authorization: Bearer $ZENDRHAX_API_KEY" \\
      -H 'Content-Type: application/json' \\
      --data-raw '{
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
    import urllib.error
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
    try:
        with urllib.request.urlopen(request) as response:
            print(json.load(response))
    except urllib.error.HTTPError as error:
        raise SystemExit(error.read().decode())"
  `);
});

const ALL_OF_JSON = {
  text: 'Ann\'s \\ "#{x}" `$y`',
  none: null,
  yes: true,
  list: [],
  object: {},
  lines: [{ n: -1.5 }],
};

test('a request with a body, in Go', () => {
  const operation = { ...base, body: { fields: [], example: ALL_OF_JSON } };
  expect(samplesOf(operation, ORIGIN).go).toMatchInlineSnapshot(`
    "package main

    import (
    	"fmt"
    	"io"
    	"log"
    	"net/http"
    	"os"
    	"strings"
    )

    func main() {
    	request, err := http.NewRequest("POST", "https://app.example.com/api/things", strings.NewReader(\`{
      "text": "Ann's \\\\ \\"#{x}\\" \` + "\`" + \`$y\` + "\`" + \`",
      "none": null,
      "yes": true,
      "list": [],
      "object": {},
      "lines": [
        {
          "n": -1.5
        }
      ]
    }\`))
    	if err != nil {
    		log.Fatal(err)
    	}
    	request.Header.Set("Authorization", "Bearer "+os.Getenv("ZENDRHAX_API_KEY"))
    	request.Header.Set("Content-Type", "application/json")
    	response, err := http.DefaultClient.Do(request)
    	if err != nil {
    		log.Fatal(err)
    	}
    	defer response.Body.Close()
    	answer, err := io.ReadAll(response.Body)
    	if err != nil {
    		log.Fatal(err)
    	}
    	if response.StatusCode >= 400 {
    		log.Fatal(string(answer))
    	}
    	fmt.Println(response.StatusCode, string(answer))
    }"
  `);
});

test('a request with a body, in PHP', () => {
  const operation = { ...base, body: { fields: [], example: ALL_OF_JSON } };
  expect(samplesOf(operation, ORIGIN).php).toMatchInlineSnapshot(`
    "<?php
    $request = curl_init('https://app.example.com/api/things');
    curl_setopt_array($request, [
        CURLOPT_CUSTOMREQUEST => 'POST',
        CURLOPT_HTTPHEADER => [
            'Authorization: Bearer ' . getenv('ZENDRHAX_API_KEY'),
            'Content-Type: application/json',
        ],
        CURLOPT_POSTFIELDS => json_encode([
            'text' => 'Ann\\'s \\\\ "#{x}" \`$y\`',
            'none' => null,
            'yes' => true,
            'list' => [],
            'object' => new stdClass(),
            'lines' => [
                [
                    'n' => -1.5,
                ],
            ],
        ]),
        CURLOPT_RETURNTRANSFER => true,
    ]);
    $answer = curl_exec($request);
    $status = curl_getinfo($request, CURLINFO_RESPONSE_CODE);
    if ($answer === false || $status >= 400) {
        throw new Exception($answer ?: curl_error($request));
    }
    print_r(json_decode($answer, true));"
  `);
});

test('a request with a body, in Ruby', () => {
  const operation = { ...base, body: { fields: [], example: ALL_OF_JSON } };
  expect(samplesOf(operation, ORIGIN).ruby).toMatchInlineSnapshot(`
    "require "json"
    require "net/http"

    uri = URI("https://app.example.com/api/things")
    request = Net::HTTP::Post.new(uri)
    request["Authorization"] = "Bearer #{ENV.fetch("ZENDRHAX_API_KEY")}"
    request["Content-Type"] = "application/json"
    request.body = JSON.generate({
      "text" => "Ann's \\\\ \\"\\#{x}\\" \`$y\`",
      "none" => nil,
      "yes" => true,
      "list" => [],
      "object" => {},
      "lines" => [
        {
          "n" => -1.5
        }
      ]
    })
    response = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == "https") do |http|
      http.request(request)
    end
    raise response.body unless response.is_a?(Net::HTTPSuccess)
    puts JSON.pretty_generate(JSON.parse(response.body))"
  `);
});

test.each([
  ['go', 'gofmt', ['-e']],
  ['php', 'php', ['-l']],
  ['ruby', 'ruby', ['-c']],
] as const)(
  'the sample in %s is read by %s, where this machine has it',
  (language, program, flags) => {
    const samples = [
      samplesOf({ ...base, body: { fields: [], example: ALL_OF_JSON } }, ORIGIN),
      samplesOf({ ...base, method: 'DELETE', answer: { status: 204, content: undefined } }, ORIGIN),
      samplesOf({ ...base, method: 'GET', needsKey: false }, ORIGIN),
    ];
    for (const sample of samples) {
      const { error, status, stderr } = spawnSync(program, flags, { input: sample[language] });
      if (error) continue;
      expect(status, String(stderr)).toBe(0);
    }
  },
);
