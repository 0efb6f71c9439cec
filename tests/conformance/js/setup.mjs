// A client in either mode, with a note of the requests it makes and of the methods that were called.

import assert from "node:assert/strict";
import {
  AssistantsClient,
  AzureKeyCredential,
  OpenAIKeyCredential,
} from "@azure/openai-assistants";

const DEADLINE = Date.now() + 60_000;
// The library would repeat a failed request for seconds; here each failure has to show at once.
const OPTIONS = { allowInsecureConnection: true, retryOptions: { maxRetries: 0 } };

export function makeClient(mode, url, key) {
  if (mode === "azure") return new AssistantsClient(url, new AzureKeyCredential(key), OPTIONS);
  assert.equal(mode, "openai");
  // With any other path than /v1, createThread and createAssistant would go to /v1 all the same.
  return new AssistantsClient(new OpenAIKeyCredential(key), { ...OPTIONS, baseUrl: `${url}/v1` });
}

/** Notes each request as "METHOD path", and stops a client that does not come to an end. */
export function noteRequests(client) {
  const requests = [];
  client.pipeline.addPolicy({
    name: "note",
    sendRequest(request, next) {
      assert(Date.now() < DEADLINE, "this takes too long");
      requests.push(`${request.method} ${new URL(request.url).pathname}`);
      return next(request);
    },
  });
  return requests;
}

/** The client, with the names of the methods called on it put into `called`. */
export function noteCalls(client, called) {
  return new Proxy(client, {
    get(target, name) {
      const value = target[name];
      if (typeof value !== "function") return value;
      called.add(name);
      return value.bind(target);
    },
  });
}

/** Waits until a run has ended or requires action. */
export async function settled(client, run) {
  while (["queued", "in_progress", "cancelling"].includes(run.status)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    run = await client.getRun(run.threadId, run.id);
  }
  return run;
}

/** Expects a refusal with a status, and with words of the service in its message. */
export async function refused(promise, statusCode, message) {
  await assert.rejects(promise, (error) => {
    assert.equal(error.name, "RestError");
    assert.equal(error.statusCode, statusCode, error.message);
    assert(error.message.includes(message), error.message);
    return true;
  });
}
