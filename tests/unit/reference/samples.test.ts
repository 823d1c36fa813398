import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { samplesOf } from '@/lib/reference/samples';
import { base, body, ORIGIN, parameter } from '@/tests/support/operation';

test('a header that has an example is sent in every language', () => {
  const parameters = [parameter('header', 'Idempotency-Key', 'order-17')];
  for (const [language, sample] of Object.entries(samplesOf({ ...base, parameters }, ORIGIN))) {
    expect(sample, language).toMatch(/Idempotency-Key\W+order-17/);
  }
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
    "curl -i -X DELETE https://app.example.com/api/things/a%2Fb \\
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
  expect(samples.go).toMatchInlineSnapshot(`
    "package main

    import (
    	"fmt"
    	"io"
    	"log"
    	"net/http"
    	"os"
    )

    func main() {
    	request, err := http.NewRequest("DELETE", "https://app.example.com/api/things/a%2Fb", nil)
    	if err != nil {
    		log.Fatal(err)
    	}
    	request.Header.Set("Authorization", "Bearer "+os.Getenv("ZENDRHAX_API_KEY"))
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
  expect(samples.php).toMatchInlineSnapshot(`
    "<?php
    $request = curl_init('https://app.example.com/api/things/a%2Fb');
    curl_setopt_array($request, [
        CURLOPT_CUSTOMREQUEST => 'DELETE',
        CURLOPT_HTTPHEADER => [
            'Authorization: Bearer ' . getenv('ZENDRHAX_API_KEY'),
        ],
        CURLOPT_RETURNTRANSFER => true,
    ]);
    $answer = curl_exec($request);
    $status = curl_getinfo($request, CURLINFO_RESPONSE_CODE);
    if ($answer === false || $status >= 400) {
        throw new Exception($answer ?: curl_error($request));
    }
    echo $status, PHP_EOL;"
  `);
  expect(samples.ruby).toMatchInlineSnapshot(`
    "require "net/http"

    uri = URI("https://app.example.com/api/things/a%2Fb")
    request = Net::HTTP::Delete.new(uri)
    request["Authorization"] = "Bearer #{ENV.fetch("ZENDRHAX_API_KEY")}"
    response = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == "https") do |http|
      http.request(request)
    end
    raise response.body unless response.is_a?(Net::HTTPSuccess)
    puts response.code"
  `);
  expect(samples.python).toMatchInlineSnapshot(`
    "import os
    import urllib.error
    import urllib.request

    request = urllib.request.Request(
        "https://app.example.com/api/things/a%2Fb",
        method="DELETE",
        headers={
            "Authorization": f"Bearer {os.environ['ZENDRHAX_API_KEY']}",
        },
    )
    try:
        with urllib.request.urlopen(request) as response:
            print(response.status)
    except urllib.error.HTTPError as error:
        raise SystemExit(error.read().decode())"
  `);
});

test('a request that needs no key, in each language', () => {
  const samples = samplesOf({ ...base, method: 'GET', needsKey: false }, ORIGIN);
  expect(samples.curl).toMatchInlineSnapshot(`"curl -i https://app.example.com/api/things"`);
  expect(samples.javascript).toMatchInlineSnapshot(`
    "const response = await fetch("https://app.example.com/api/things");
    if (!response.ok) throw new Error(await response.text());
    console.log(await response.json());"
  `);
  expect(samples.python).toMatchInlineSnapshot(`
    "import json
    import urllib.error
    import urllib.request

    request = urllib.request.Request(
        "https://app.example.com/api/things",
    )
    try:
        with urllib.request.urlopen(request) as response:
            print(json.load(response))
    except urllib.error.HTTPError as error:
        raise SystemExit(error.read().decode())"
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
    "curl -i 'https://app.example.com/api/things?status=open&customer=Ann+%26+Bob%27s' \\\n",
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
