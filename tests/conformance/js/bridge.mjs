// Calls of a client for a program in another language: node bridge.mjs PACKAGE MODE URL KEY.
//
// Each line of the input is a call, {path, args, as}, and is answered by a line: {result}, {error} or
// {missing}. `as` says what is wanted of a list (all: every page, after the other) or of a stream helper.

import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

const [name, mode, url, apiKey] = process.argv.slice(2);
const library = await import(name);
const client = name === "openai" ? openai() : (await import("./setup.mjs")).makeClient(mode, url, apiKey);

function openai() {
  const options = { apiKey, maxRetries: 0, timeout: 30_000 };
  return mode === "azure"
    ? new library.AzureOpenAI({ ...options, endpoint: url, apiVersion: "2024-05-01-preview" })
    : new library.OpenAI({ ...options, baseURL: `${url}/v1` });
}

/** JSON with files in it: {$file: [name, base64]} and {$path}; {$buffer: base64} is a Buffer. */
async function decode(value) {
  if (Array.isArray(value)) return Promise.all(value.map(decode));
  if (value === null || typeof value !== "object") return value;
  if (value.$file) return library.toFile(Buffer.from(value.$file[1], "base64"), value.$file[0]);
  if (value.$buffer !== undefined) return Buffer.from(value.$buffer, "base64");
  if (value.$path) return createReadStream(value.$path);
  const entries = Object.entries(value).map(async ([key, one]) => [key, await decode(one)]);
  return Object.fromEntries(await Promise.all(entries));
}

/** What a helper for streams tells: the pieces of text, and the final objects. */
async function told(stream) {
  const texts = [];
  stream.on("textDelta", ({ value }) => texts.push(value ?? ""));
  const run = await stream.finalRun();
  return { texts, run, messages: await stream.finalMessages() };
}

async function pages(first) {
  const found = [];
  for await (const page of first.iterPages()) found.push(page.data);
  return found;
}

async function collected(stream) {
  const events = [];
  for await (const event of stream) events.push(event);
  return events;
}

async function shown(result, wanted) {
  if (wanted === "told") return told(result);
  const value = await result;
  if (value instanceof Response) return { $bytes: Buffer.from(await value.arrayBuffer()).toString("base64") };
  if (typeof value?.iterPages !== "function") {
    return typeof value?.[Symbol.asyncIterator] === "function" ? collected(value) : value;
  }
  if (wanted === "all") return pages(value);
  return { data: value.data, more: value.hasNextPage() };
}

/** What the service said, as each library hands it on. */
function failure(error) {
  const status = error.status ?? error.statusCode;
  if (status === undefined) return { broken: error.stack };
  const body = error.error ?? { message: error.message, code: error.code ?? null };
  const id = error.requestID ?? error.response?.headers.get("x-request-id");
  return { status, body, message: error.message, id };
}

async function answer({ path, args, as }) {
  let owner;
  let target = client;
  for (const part of path) [owner, target] = [target, target?.[part]];
  if (typeof target !== "function") return { missing: true };
  if (args === null) return { missing: false };
  try {
    return { result: (await shown(target.apply(owner, await decode(args)), as)) ?? null };
  } catch (error) {
    return { error: failure(error) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await answer(JSON.parse(line))));
}
