// Streams through the npm package openai: plain iterators, the stream helper, functions included.

import assert from "node:assert/strict";
import OpenAI, { AzureOpenAI } from "openai";
import { EQUATION, FUNCTION_TOOLS, MODEL, TUTOR, WEATHER, WEATHER_BOT, toolOutputs } from "./scenes.mjs";

const [mode, url, apiKey] = process.argv.slice(2);
const options = { apiKey, maxRetries: 0, timeout: 30_000 };
const client =
  mode === "azure"
    ? new AzureOpenAI({ ...options, endpoint: url, apiVersion: "2024-05-01-preview" })
    : new OpenAI({ ...options, baseURL: `${url}/v1` });
const { threads, assistants } = client.beta;

/** A stream with a listener for each of its events; returns what was heard, and the text. */
async function heard(stream) {
  const names = new Set();
  let text = "";
  for (const name of ["runStepCreated", "runStepDelta", "runStepDone", "toolCallCreated",
    "toolCallDelta", "toolCallDone", "messageCreated", "messageDelta", "messageDone",
    "textCreated", "textDelta", "textDone", "event", "end"]) {
    stream.on(name, () => names.add(name));
  }
  stream.on("textDelta", (delta) => { text += delta.value ?? ""; });
  const run = await stream.finalRun();
  await stream.done();
  return { names, text, run };
}

async function maths() {
  const assistant = await assistants.create({
    model: MODEL, instructions: TUTOR, tools: [{ type: "code_interpreter" }],
  });
  const thread = await threads.create({ messages: [{ role: "user", content: EQUATION }] });
  const stream = threads.runs.stream(thread.id, { assistant_id: assistant.id });
  const { names, text, run } = await heard(stream);
  assert.equal(run.status, "completed");
  const [final] = await stream.finalMessages();
  const [stored] = (await threads.messages.list(thread.id)).data;
  // Of the pieces that it gathers the package keeps the index.
  assert.deepEqual(final.content[0].text, stored.content[0].text);
  assert.equal(text, stored.content[0].text.value);
  return { names: [...names].sort(), text };
}

/** Names of our scenes are in camel case, as the origin library has them; here they are not. */
function outputs(run) {
  const toolCalls = run.required_action.submit_tool_outputs.tool_calls;
  const camel = { requiredAction: { submitToolOutputs: { toolCalls } } };
  return toolOutputs(camel).map(({ toolCallId, output }) => ({ tool_call_id: toolCallId, output }));
}

async function weather() {
  const assistant = await assistants.create({
    model: MODEL, instructions: WEATHER_BOT, tools: FUNCTION_TOOLS,
  });
  let said = await heard(threads.createAndRunStream({
    assistant_id: assistant.id, thread: { messages: [{ role: "user", content: WEATHER }] },
  }));
  let rounds = 1;
  while (said.run.status === "requires_action") {
    const { id, thread_id } = said.run;
    const body = { thread_id, tool_outputs: outputs(said.run) };
    said = await heard(threads.runs.submitToolOutputsStream(id, body));
    rounds += 1;
  }
  assert.equal(said.run.status, "completed");
  return { rounds, text: said.text };
}

async function plain() {
  const assistant = await assistants.create({ model: MODEL });
  const thread = await threads.create({ messages: [{ role: "user", content: "Hello" }] });
  const events = await threads.runs.create(thread.id, { assistant_id: assistant.id, stream: true });
  const names = [];
  for await (const { event } of events) if (event !== names.at(-1)) names.push(event);
  return names;
}

const result = { maths: await maths(), weather: await weather(), plain: await plain() };
console.log(JSON.stringify(result));
