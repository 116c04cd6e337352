// The usage of the command line, and of each command with its flags and examples.
import { COMMON } from "./arguments.ts";
import type { Command, Option } from "./command.ts";

const CALL = "npm run -s sandtable --";

export function usage(commands: readonly Command[]): string {
  const wide = Math.max(...commands.map(({ name }) => name.length));
  return [
    `Usage: ${CALL} <command> …`,
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(wide)}  ${summary}`),
    "",
    "Every command takes --help and --json. Exit code: 0 all is well, 1 problems found, 2 asked wrongly.",
  ].join("\n");
}

export function commandUsage(command: Command): string {
  const { name, operands, summary, examples } = command;
  const options = Object.entries({ ...command.options, ...COMMON }).map(
    ([flag, option]) => [spell(flag, option), option.says] as const,
  );
  const wide = Math.max(...options.map(([spelt]) => spelt.length));
  return [
    `Usage: ${CALL} ${name} ${operands.usage} [flags]`,
    "",
    `  ${summary}`,
    "",
    ...options.map(([spelt, says]) => `  ${spelt.padEnd(wide)}  ${says}`),
    "",
    ...examples.map((example) => `Example: ${CALL} ${name} ${example}`),
  ].join("\n");
}

const spell = (flag: string, { takes }: Option): string => (takes === undefined ? `--${flag}` : `--${flag} <${takes}>`);
