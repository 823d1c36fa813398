import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api, Tries } from './generators';
import { PROGRAMS } from './programs';
import { run } from './run';

/** What compiles the languages, and the libraries that the clients need and Debian has. */
export const DEBIAN = [
  'default-jdk-headless',
  'golang-go',
  'kotlin',
  'mono-mcs',
  'mono-runtime',
  'python3-certifi',
  'python3-dateutil',
  'python3-six',
  'python3-urllib3',
  'libgoogle-gson-java',
  'libjackson2-databind-java',
  'libjsr305-java',
  'libmono-system-componentmodel-dataannotations4.0-cil',
  'libmono-system-runtime-serialization4.0-cil',
  'libnewtonsoft-json5.0-cil',
];

const JARS = ['jackson-annotations', 'jackson-core', 'jackson-databind', 'jsr305', 'gson']
  .map((name) => `/usr/share/java/${name}.jar`)
  .join(':');
const KOTLIN = '/usr/share/java/kotlin-stdlib.jar';
const NEWTONSOFT = '/usr/lib/cli/Newtonsoft.Json-5.0';

/** An invoice that the API answered with, of the largest amount. */
type Read = { folder: string; made: string; invoice: string };

/**
 * openapi-generator makes a client of each language. Debian lacks libraries of some, so that of Go,
 * C# and Kotlin the types alone are compiled. Each reads an invoice of the largest amount.
 */
export const languages: Tries = {
  'openapi-generator for Java': (api) =>
    read(api, { name: 'java', version: 5, library: 'native', options: JAVA }, readInJava),
  'openapi-generator for Kotlin': (api) =>
    read(api, { name: 'kotlin', version: 4, options: GSON }, readInKotlin),
  'openapi-generator for Python': (api) =>
    read(api, { name: 'python', version: 4 }, ({ folder, made, invoice }) =>
      run('/usr/bin/python3', [writeProgram(made, 'read.py')], { cwd: folder, input: invoice }),
    ),
  'openapi-generator for C#': (api) => read(api, { name: 'csharp', version: 4 }, readInCSharp),
  'openapi-generator for Go': (api) => read(api, { name: 'go', version: 4 }, readInGo),
};

const JAVA = 'dateLibrary=legacy,openApiNullable=false';
const GSON = 'serializationLibrary=gson,dateLibrary=string';

type Generator = { name: string; version: 4 | 5; library?: string; options?: string };

async function read(
  { folder, origin, key }: Api,
  { name, version, library, options }: Generator,
  readWith: (read: Read) => Promise<string>,
) {
  const made = join(folder, 'made', name);
  const jar = `node_modules/openapi-generator-${version}/bin/openapi-generator.jar`;
  await run(
    'java',
    [
      ...['-jar', jar, 'generate', '-i', 'openapi-3.0.json', '-g', name, '-o', made],
      ...(library ? ['--library', library] : []),
      ...(options ? [`--additional-properties=${options}`] : []),
    ],
    { cwd: folder },
  );
  const invoice = await largestInvoice(origin, key);
  const amount = (await readWith({ folder, made, invoice })).trim();
  if (amount !== String(Number.MAX_SAFE_INTEGER)) throw new Error(`it read ${amount}`);
}

async function largestInvoice(origin: string, key: string): Promise<string> {
  const lines = [{ description: 'A planet', quantity: 1, unit_amount: Number.MAX_SAFE_INTEGER }];
  const answer = await fetch(`${origin}/api/invoices`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ customer: 'Northwind Traders', currency: 'EUR', lines }),
  });
  return answer.text();
}

/** Debian has neither Swagger's old annotations nor Jackson's module of Java's newer dates. */
async function readInJava({ folder, made, invoice }: Read) {
  const sources = filesIn(join(made, 'src/main'), '.java');
  for (const path of sources) {
    const lines = readFileSync(path, 'utf8').split('\n');
    const kept = lines.filter((line) => !/io\.swagger|^ *@ApiModel|JavaTimeModule/.test(line));
    writeFileSync(path, kept.join('\n'));
  }
  const main = writeProgram(made, 'Read.java');
  await run('javac', ['-cp', JARS, '-d', `${made}/built`, ...sources, main], { cwd: folder });
  return run('java', ['-cp', `${made}/built:${JARS}`, 'Read'], { cwd: folder, input: invoice });
}

async function readInKotlin({ folder, made, invoice }: Read) {
  const sources = filesIn(join(made, 'src/main/kotlin/org/openapitools/client/models'), '.kt');
  const jar = join(made, 'read.jar');
  const main = writeProgram(made, 'Read.kt');
  await run('kotlinc', ['-nowarn', '-cp', JARS, '-d', jar, ...sources, main], { cwd: folder });
  const path = [jar, JARS, KOTLIN].join(':');
  return run('java', ['-cp', path, 'ReadKt'], { cwd: folder, input: invoice });
}

async function readInCSharp({ folder, made, invoice }: Read) {
  const source = join(made, 'src/Org.OpenAPITools');
  const sources = [
    ...filesIn(join(source, 'Model'), '.cs'),
    join(source, 'Client/OpenAPIDateConverter.cs'),
    writeProgram(made, 'Read.cs'),
  ];
  const libraries = [
    `${NEWTONSOFT}/Newtonsoft.Json.dll`,
    'System.ComponentModel.DataAnnotations',
    'System.Runtime.Serialization',
  ];
  const program = join(made, 'read.exe');
  await run('mcs', [`-out:${program}`, ...libraries.map((name) => `-r:${name}`), ...sources], {
    cwd: folder,
  });
  return run('mono', [program], { cwd: folder, input: invoice, env: { MONO_PATH: NEWTONSOFT } });
}

/** The types and the program are one package, for which Go asks no network. */
async function readInGo({ folder, made, invoice }: Read) {
  const sources = filesIn(made, '.go').filter((path) => /model_\w+\.go$/.test(path));
  const texts = sources.map((path) => readFileSync(path, 'utf8'));
  const program = join(made, 'read');
  mkdirSync(program);
  for (const [index, text] of texts.entries()) {
    writeFileSync(join(program, `type${index}.go`), text.replace(/^package \w+/m, 'package main'));
  }
  writeProgram(program, 'read.go');
  const env = { GO111MODULE: 'off', GOPATH: made, GOCACHE: join(folder, 'go-cache') };
  return run('go', ['run', '.'], { cwd: program, input: invoice, env });
}

function writeProgram(folder: string, name: keyof typeof PROGRAMS): string {
  const path = join(folder, name);
  writeFileSync(path, PROGRAMS[name]);
  return path;
}

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
