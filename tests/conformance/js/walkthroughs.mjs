// The three walkthroughs: node walkthroughs.mjs MODE URL KEY prints what was said, as JSON.

import assert from "node:assert/strict";
import * as scenes from "./scenes.mjs";
import { makeClient, noteRequests, settled } from "./setup.mjs";

const { said } = scenes;

async function mathsTutor(client) {
  const assistant = await client.createAssistant({
    model: scenes.MODEL,
    name: "Math Tutor",
    instructions: scenes.TUTOR,
    tools: [{ type: "code_interpreter" }],
  });
  const thread = await client.createThread({});
  await client.createMessage(thread.id, "user", scenes.EQUATION);
  const run = await settled(
    client,
    await client.createRun(thread.id, {
      assistantId: assistant.id,
      additionalInstructions: scenes.JANE,
    }),
  );
  assert.equal(run.status, "completed");
  const [step] = (await client.listRunSteps(thread.id, run.id, { order: "asc" })).data;
  const [{ codeInterpreter }] = step.stepDetails.toolCalls;
  assert.match(codeInterpreter.input, /11/);
  assert.match(codeInterpreter.outputs[0].logs, /1/);
  const talk = (await client.listMessages(thread.id, { order: "asc" })).data.map(said);
  assert.equal(talk[0], `user: ${scenes.EQUATION}`);
  assert.match(talk[1], /^assistant: .*Jane Doe.*x = 1\./);
  await client.deleteAssistant(assistant.id);
  return talk;
}

async function codesInAFile(client) {
  const file = await client.uploadFile(Buffer.from(scenes.CODES), "assistants", {
    filename: "codes.txt",
  });
  const assistant = await client.createAssistant({
    model: scenes.MODEL,
    instructions: scenes.LIBRARIAN,
    tools: [{ type: "retrieval" }],
    fileIds: [file.id],
  });
  const thread = await client.createThread();
  for (const [question, codes] of scenes.QUESTIONS) {
    await client.createMessage(thread.id, "user", question);
    const run = await client.createRun(thread.id, { assistantId: assistant.id });
    assert.equal((await settled(client, run)).status, "completed");
    const [step] = (await client.listRunSteps(thread.id, run.id, { order: "asc" })).data;
    assert.equal(step.stepDetails.toolCalls[0].type, "retrieval");
    const [answer] = (await client.listMessages(thread.id, { limit: 1 })).data;
    for (const code of codes) assert(said(answer).includes(code), said(answer));
    // The library hands annotations on as they are on the wire.
    const [citation] = answer.content[0].text.annotations;
    assert.equal(citation.file_citation.file_id, file.id);
  }
  const messages = await client.listMessages(thread.id, { order: "asc" });
  await client.deleteAssistant(assistant.id);
  await client.deleteFile(file.id);
  return messages.data.map(said);
}

async function weatherInTheFavoriteCity(client) {
  const assistant = await client.createAssistant({
    model: scenes.MODEL,
    instructions: scenes.WEATHER_BOT,
    tools: scenes.FUNCTION_TOOLS,
  });
  let run = await client.createThreadAndRun({
    assistantId: assistant.id,
    thread: { messages: [{ role: "user", content: scenes.WEATHER }] },
  });
  run = await settled(client, run);
  for (let turn = 0; run.status === "requires_action" && turn < 4; turn += 1) {
    const outputs = scenes.toolOutputs(run);
    run = await settled(client, await client.submitToolOutputsToRun(run.threadId, run.id, outputs));
  }
  assert.equal(run.status, "completed");
  const talk = (await client.listMessages(run.threadId, { order: "asc" })).data.map(said);
  assert.match(talk[1], /84f/);
  assert.match(talk[1], /The ATL/);
  await client.deleteAssistant(assistant.id);
  return talk;
}

const client = makeClient(...process.argv.slice(2));
const requests = noteRequests(client);
const talks = [];
for (const walk of [mathsTutor, codesInAFile, weatherInTheFavoriteCity]) {
  talks.push(await walk(client));
}
console.log(JSON.stringify({ talks, requests }));
