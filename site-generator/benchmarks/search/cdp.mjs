// As much of Chromium's DevTools protocol as the benchmark needs, over the pipe that --remote-debugging-pipe opens.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BROWSERS = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Chromium's program, or undefined. */
export const chromium = () => BROWSERS.find(path => path && existsSync(path));

/** Starts Chromium without a window. page(): a page in a context of its own, with no cache: { evaluate(expression), go(url), close() }. */
export const launch = async () => {
  const profile = mkdtempSync(join(tmpdir(), "tier0-search-"));
  const browser = spawn(chromium(), ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--disable-background-networking",
    `--user-data-dir=${profile}`, "about:blank"], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const [, , , input, output] = browser.stdio;
  const waiting = new Map(), listeners = [];
  let number = 0, rest = "";
  output.setEncoding("utf8");
  output.on("data", data => {
    const messages = (rest + data).split("\0");
    rest = messages.pop();
    for (const message of messages.map(text => JSON.parse(text))) {
      if (message.id) waiting.get(message.id)(message);
      else listeners.forEach(listener => listener(message));
    }
  });
  const send = (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
    const id = ++number;
    waiting.set(id, message => {
      waiting.delete(id);
      if (message.error) reject(new Error(`${method}: ${message.error.message}`));
      else resolve(message.result);
    });
    input.write(JSON.stringify({ id, method, params, sessionId }) + "\0");
  });
  const page = async () => {
    const { browserContextId } = await send("Target.createBrowserContext");
    const { targetId } = await send("Target.createTarget", { url: "about:blank", browserContextId });
    const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
    await send("Page.enable", {}, sessionId);
    return {
      go: async url => {
        const loaded = new Promise(resolve => {
          const listener = message => {
            if (message.sessionId !== sessionId || message.method !== "Page.loadEventFired") return;
            listeners.splice(listeners.indexOf(listener), 1);
            resolve();
          };
          listeners.push(listener);
        });
        await send("Page.navigate", { url }, sessionId);
        await loaded;
      },
      evaluate: async expression => {
        const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true }, sessionId);
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value;
      },
      close: () => send("Target.disposeBrowserContext", { browserContextId }),
    };
  };
  const close = async () => {
    const gone = new Promise(resolve => browser.once("exit", resolve));
    await send("Browser.close");
    await gone;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { page, close };
};
