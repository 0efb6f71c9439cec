// All 32 methods: node all_methods.mjs MODE URL KEY prints the requests they made, as JSON.
//
// What the library changes on the way back cannot be asserted as the service sent it; "library:" marks
// each such place.

import assert from "node:assert/strict";
import { AssistantsClient } from "@azure/openai-assistants";
import { CODES, FUNCTION_TOOLS, MODEL, WEATHER, WEATHER_BOT, said, toolOutputs } from "./scenes.mjs";
import { makeClient, noteCalls, noteRequests, refused, settled } from "./setup.mjs";

const METADATA = { snake_case: "a", camelCase: "b" };
const ids = (list) => list.data.map((each) => each.id);

async function files(client) {
  const file = await client.uploadFile(Buffer.from(CODES), "assistants", { filename: "ä.txt" });
  assert.equal(file.filename, "ä.txt");
  assert.equal(file.bytes, CODES.length);
  assert.equal(file.purpose, "assistants");
  assert(Math.abs(file.createdAt - Date.now()) < 60_000);
  const unnamed = await client.uploadFile(Buffer.from("x"), "assistants");
  assert.equal(unnamed.filename, "unknown.txt");
  assert.deepEqual(await client.getFile(file.id), file);
  const listed = ids(await client.listFiles({ purpose: "assistants" }));
  assert(listed.includes(file.id) && listed.includes(unnamed.id));
  assert(!ids(await client.listFiles({ purpose: "fine-tune" })).includes(file.id));
  for (const { id } of [file, unnamed]) {
    const gone = await client.deleteFile(id);
    assert.deepEqual([gone.id, gone.deleted], [id, true]);
    await refused(client.getFile(id), 404, `No such File object: ${id}`);
  }
}

async function assistants(client) {
  const made = [];
  for (const name of ["Nr 0", "Nr 1", "Nr 2"]) {
    made.push(await client.createAssistant({ model: MODEL, name, metadata: METADATA }));
  }
  const [first, second, third] = made.map((each) => each.id);
  const assistant = await client.getAssistant(first);
  assert.deepEqual(assistant, made[0]);
  assert.equal(assistant.name, "Nr 0");
  assert.equal(assistant.description, null);
  assert.deepEqual(assistant.metadata, METADATA);
  const changes = { name: "Renamed", tools: FUNCTION_TOOLS, metadata: { k: "w" } };
  const changed = await client.updateAssistant(first, changes);
  assert.equal(changed.name, "Renamed");
  assert.deepEqual(changed.tools, FUNCTION_TOOLS);
  assert.deepEqual(changed.metadata, { k: "w" });

  const page = await client.listAssistants({ limit: 2 });
  assert.deepEqual(ids(page), [third, second]);
  assert.deepEqual([page.firstId, page.lastId, page.hasMore], [third, second, true]);
  const next = await client.listAssistants({ limit: 1, after: page.lastId });
  assert.deepEqual(ids(next), [first]);
  const back = await client.listAssistants({ order: "asc", before: third });
  assert.deepEqual(ids(back).slice(-2), [first, second]);
  for (const id of [first, second, third]) {
    assert.deepEqual(await client.deleteAssistant(id), { id, deleted: true });
  }
  await refused(client.getAssistant(first), 404, `No assistant found with id '${first}'.`);
}

async function assistantFiles(client, one, two) {
  const tools = [{ type: "retrieval" }];
  const assistant = await client.createAssistant({ model: MODEL, tools, fileIds: [one] });
  assert.deepEqual(assistant.fileIds, [one]);
  const link = await client.createAssistantFile(assistant.id, two);
  assert.deepEqual([link.id, link.assistantId], [two, assistant.id]);
  assert.deepEqual(await client.getAssistantFile(assistant.id, two), link);
  const links = await client.listAssistantFiles(assistant.id, { order: "asc" });
  assert.deepEqual(ids(links), [one, two]);
  const gone = await client.deleteAssistantFile(assistant.id, one);
  assert.deepEqual([gone.id, gone.deleted], [one, true]);
  assert.deepEqual((await client.getAssistant(assistant.id)).fileIds, [two]);
  await client.deleteAssistant(assistant.id);
}

async function threadsAndMessages(client, one, two) {
  const messages = [{ role: "user", content: "One" }];
  const thread = await client.createThread({ messages, metadata: METADATA });
  assert.deepEqual(thread.metadata, METADATA);
  assert.deepEqual(await client.getThread(thread.id), thread);
  const updated = await client.updateThread(thread.id, { metadata: { k: "w" } });
  assert.deepEqual(updated.metadata, { k: "w" });

  const fileIds = [one, two];
  const options = { fileIds, metadata: METADATA };
  const message = await client.createMessage(thread.id, "user", "Twö", options);
  assert.equal(said(message), "user: Twö");
  assert.deepEqual(message.fileIds, fileIds);
  assert.deepEqual(message.metadata, METADATA);
  const again = await client.getMessage(thread.id, message.id);
  assert.deepEqual([said(again), again.threadId], ["user: Twö", thread.id]);
  const changed = await client.updateMessage(thread.id, message.id, { metadata: { k: "w" } });
  assert.deepEqual(changed.metadata, { k: "w" });
  const listed = await client.listMessages(thread.id, { order: "asc" });
  assert.deepEqual(listed.data.map(said), ["user: One", "user: Twö"]);

  // library: reading a message drops its fileIds, so that only its links tell them.
  const links = await client.listMessageFiles(thread.id, message.id);
  assert.deepEqual(new Set(ids(links)), new Set(fileIds));
  const link = await client.getMessageFile(thread.id, message.id, two);
  assert.deepEqual([link.id, link.messageId], [two, message.id]);

  const gone = await client.deleteThread(thread.id);
  assert.deepEqual([gone.id, gone.deleted], [thread.id, true]);
  await refused(client.getThread(thread.id), 404, `No thread found with id '${thread.id}'.`);
}

async function runs(client) {
  const assistant = await client.createAssistant({ model: MODEL, instructions: WEATHER_BOT });
  const messages = [{ role: "user", content: WEATHER }];
  const thread = await client.createThread({ messages });
  const options = { assistantId: assistant.id, tools: FUNCTION_TOOLS, metadata: METADATA };
  const created = await client.createRun(thread.id, options);
  assert.equal(created.status, "queued");
  // library: createRun respells the keys of metadata and of a function's schema.
  assert.deepEqual(created.metadata, { snakeCase: "a", camelcase: "b" });
  let run = await settled(client, created);
  assert.deepEqual(run.metadata, METADATA);
  assert.deepEqual(run.tools, FUNCTION_TOOLS);
  assert.equal(run.status, "requires_action");
  await refused(
    client.createMessage(thread.id, "user", "Me first"),
    400,
    `Can't add messages to ${thread.id} while a run ${run.id} is active.`,
  );
  while (run.status === "requires_action") {
    const outputs = toolOutputs(run);
    run = await client.submitToolOutputsToRun(thread.id, run.id, outputs);
    assert.equal(run.status, "queued");
    run = await settled(client, run);
  }
  assert.equal(run.status, "completed");
  const updated = await client.updateRun(thread.id, run.id, { metadata: { k: "w" } });
  assert.deepEqual(updated.metadata, { k: "w" });
  assert.deepEqual(ids(await client.listRuns(thread.id)), [run.id]);
  await steps(client, run);
  await refused(client.cancelRun(thread.id, run.id), 400, "Cannot cancel run with status 'completed'.");
  await client.deleteAssistant(assistant.id);
}

async function steps(client, run) {
  const listed = await client.listRunSteps(run.threadId, run.id, { order: "asc" });
  assert.deepEqual(
    listed.data.map((step) => step.type),
    ["tool_calls", "tool_calls", "message_creation"],
  );
  const [first] = listed.data;
  assert.equal(first.status, "completed");
  const [call] = first.stepDetails.toolCalls;
  assert.deepEqual(
    [call.type, call.function.name, call.function.output],
    ["function", "getUserFavoriteCity", "Atlanta, GA"],
  );
  // library: it reads expired_at, which the wire calls expires_at, into a Date that equals no other.
  const again = await client.getRunStep(run.threadId, run.id, first.id);
  assert.equal(JSON.stringify(again), JSON.stringify(first));
  // library: it hands message_creation on as it is on the wire.
  const { message_id } = listed.data[2].stepDetails.messageCreation;
  const message = await client.getMessage(run.threadId, message_id);
  assert.equal(message.runId, run.id);
  assert.match(said(message), /84f/);
}

async function cancelledRun(client) {
  const assistant = await client.createAssistant({ model: MODEL });
  const run = await client.createThreadAndRun({
    assistantId: assistant.id,
    thread: { messages: [{ role: "user", content: WEATHER }] },
    instructions: WEATHER_BOT,
    tools: FUNCTION_TOOLS,
  });
  assert.equal((await settled(client, run)).status, "requires_action");
  const cancelled = await client.cancelRun(run.threadId, run.id);
  assert(["cancelling", "cancelled"].includes(cancelled.status));
  assert.equal((await settled(client, cancelled)).status, "cancelled");
  await client.deleteAssistant(assistant.id);
}

const [mode, url, key] = process.argv.slice(2);
const plain = makeClient(mode, url, key);
const requests = noteRequests(plain);
const called = new Set();
const client = noteCalls(plain, called);

await files(client);
await assistants(client);
const [one, two] = [
  (await client.uploadFile(Buffer.from(CODES), "assistants")).id,
  (await client.uploadFile(Buffer.from(CODES), "assistants")).id,
];
await assistantFiles(client, one, two);
await threadsAndMessages(client, one, two);
await runs(client);
await cancelledRun(client);
await refused(makeClient(mode, url, "sk-quite-another-key").getThread("t"), 401, "Incorrect API key");

const methods = Object.getOwnPropertyNames(AssistantsClient.prototype);
called.add("constructor");
assert.deepEqual([...called].sort(), methods.sort());
assert.equal(methods.length, 32 + 1);
console.log(JSON.stringify({ requests }));
