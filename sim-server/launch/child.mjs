// Runs a program as if it were this one: its output, its exit code, and whatever signal we are sent.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, join } from "node:path";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
// A Ctrl-C reaches us from the terminal and again from npm; within this time it is the same one.
const SAME_SIGNAL_MS = 1000;

/** Resolves with the exit code. `ownGroup` keeps the terminal's Ctrl-C from reaching the child behind our back. */
export function run(root, command, args, { ownGroup = false, stdout = "inherit" } = {}) {
  return start(root, command, args, { ownGroup, stdout }).done;
}

/** Runs several until one ends, then ends the others. */
export async function runTogether(root, commands) {
  const children = commands.map(([command, args]) => start(root, command, args, { ownGroup: true, stdout: "inherit" }));
  const code = await Promise.race(children.map((child) => child.done));
  for (const child of children) child.send("SIGTERM");
  await Promise.all(children.map((child) => child.done));
  return code;
}

function start(root, command, args, { ownGroup, stdout }) {
  const bin = join(root, "node_modules", ".bin");
  const child = spawn(command, args, {
    cwd: root,
    detached: ownGroup,
    // The channel tells the child when we are gone, even if we were killed outright.
    stdio: ["inherit", stdout, "inherit", ...(ownGroup ? ["ipc"] : [])],
    env: {
      // Node keeps what it has compiled: a server is back a third sooner.
      NODE_COMPILE_CACHE: join(root, ".cache", "node"),
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
    },
  });
  const send = (signal) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    if (ownGroup) killGroup(child.pid, signal);
    else child.kill(signal);
  };
  let last = { signal: "", atMs: 0 };
  const forward = (signal) => {
    const repeated = signal === last.signal && Date.now() - last.atMs < SAME_SIGNAL_MS;
    last = { signal, atMs: Date.now() };
    // Without a group of its own the child has had the terminal's Ctrl-C already.
    if (!repeated && (ownGroup || signal !== "SIGINT")) send(signal);
  };
  for (const signal of SIGNALS) process.on(signal, forward);
  const done = new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.once("exit", (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  }).finally(() => {
    for (const signal of SIGNALS) process.off(signal, forward);
  });
  return { done, send };
}

function killGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error; // Gone already, which is what was wanted.
  }
}
