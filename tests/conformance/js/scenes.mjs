// What the walkthroughs are about, in the library's own spelling.

export const MODEL = "gpt-4-1106-preview";
export const TUTOR =
  "You are a personal math tutor. Write and run code to answer math questions.";
export const JANE = "Please address the user as Jane Doe. The user has a premium account.";
export const EQUATION = "I need to solve the equation '3x + 11 = 14'. Can you help me?";

export const LIBRARIAN =
  "You are a helpful assistant that can help fetch data from files you know about.";
export const CODES =
  "The word 'apple' uses the code 442345, while the word 'banana' uses the code 673457.";
export const QUESTIONS = [
  ["Can you give me the documented codes for 'banana'?", ["673457"]],
  ["Can you give me the documented codes for 'banana' and 'apple'?", ["673457", "442345"]],
];

export const WEATHER_BOT =
  "You are a weather bot. Use the provided functions to help answer questions. Customize your " +
  "responses to the user's preferences as much as possible and use friendly nicknames for cities " +
  "whenever possible.";
export const WEATHER = "What's the weather like right now in my favorite city?";

const NICKNAMES = {
  "Atlanta, GA": "The ATL",
  "Seattle, WA": "The Emerald City",
  "Los Angeles, CA": "LA",
};
const TEMPERATURES = {
  "Atlanta, GA": { f: "84f", c: "26c" },
  "Seattle, WA": { f: "70f", c: "21c" },
  "Los Angeles, CA": { f: "90f", c: "28c" },
};
const FUNCTIONS = {
  getUserFavoriteCity: () => "Atlanta, GA",
  getCityNickname: ({ city }) => NICKNAMES[city] ?? "Unknown",
  getWeatherAtLocation: ({ location, temperatureUnit = "f" }) =>
    TEMPERATURES[location]?.[temperatureUnit] ?? "Unknown",
};

const place = { type: "string", description: "The city and state, e.g. San Francisco, CA" };
export const FUNCTION_TOOLS = [
  {
    type: "function",
    function: {
      name: "getUserFavoriteCity",
      description: "Gets the user's favorite city.",
      parameters: { type: "object", properties: {} },
    },
  },
  {
    type: "function",
    function: {
      name: "getCityNickname",
      description: "Gets the nickname for a city, e.g. 'LA' for 'Los Angeles, CA'.",
      parameters: { type: "object", properties: { city: place }, required: ["city"] },
    },
  },
  {
    type: "function",
    function: {
      name: "getWeatherAtLocation",
      description: "Gets the current weather at a provided location.",
      parameters: {
        type: "object",
        properties: {
          location: place,
          temperatureUnit: { type: "string", enum: ["f", "c"] },
        },
        required: ["location"],
      },
    },
  },
];

/** Calls the functions that a run asks for. */
export function toolOutputs(run) {
  return run.requiredAction.submitToolOutputs.toolCalls.map((call) => ({
    toolCallId: call.id,
    output: FUNCTIONS[call.function.name](JSON.parse(call.function.arguments)),
  }));
}

/** Who said what. */
export function said(message) {
  const parts = message.content.map((part) =>
    part.type === "text" ? part.text.value : `[${part.imageFile.fileId}]`,
  );
  return `${message.role}: ${parts.join(" ")}`;
}
