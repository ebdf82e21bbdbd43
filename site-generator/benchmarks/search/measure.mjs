// What a command costs, and how many bytes things are.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Runs a command to its end. cpu: user + system seconds of it and its children, by GNU time. Throws when it fails. */
export const run = (command, options = {}) => {
  const start = performance.now();
  const done = spawnSync("/usr/bin/time", ["-q", "-f", "%U %S", ...command], { encoding: "utf8", maxBuffer: 1 << 26, ...options });
  const lines = (done.stderr ?? "").trimEnd().split("\n");
  if (done.error || done.status !== 0) throw new Error(`${command.join(" ")}: ${done.error ?? lines.join("\n")}`);
  const [user, system] = lines.at(-1).split(" ").map(Number);
  return { cpu: user + system, wall: (performance.now() - start) / 1000, out: done.stdout };
};

/** Bytes of a file, or of all files below a folder with such names. */
export const sizeOf = (path, names = /./) => {
  const state = statSync(path);
  if (state.isDirectory()) return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name), names), 0);
  return names.test(path) ? state.size : 0;
};

/** Bytes of a text as a server sends it that compresses as well as gzip can. */
export const gzipped = text => gzipSync(text, { level: 9 }).length;

/** Bytes of a file likewise. */
export const gzippedFile = path => gzipped(readFileSync(path));

/** A script without its whole-line comments and its indentation, as the generator publishes it. */
export const published = source => source.replace(/^[ \t]*\/\*(?:[^*]|\*(?!\/))*\*\/[ \t]*\n/gm, "").split("\n").map(line => line.trim())
  .filter(line => line && !line.startsWith("//")).join("\n");
