// What a command of the command line is: its words, its flags, and an answer that is data first and lines second.

export type Language = "zh" | "en";

export type Option = {
  /** What the flag's value is called in the usage; a flag without one is a plain yes. */
  readonly takes?: string;
  readonly says: string;
};

/** What a command was asked to do, every word already checked against its flags. */
export type Asked = {
  readonly operands: readonly string[];
  has(flag: string): boolean;
  /** The values a flag was given, in order. */
  all(flag: string): readonly string[];
  one(flag: string): string | undefined;
};

/** Where a command runs: whose relative paths it means, in which language it talks, where runs are kept. */
export type Place = { readonly cwd: string; readonly language: Language; readonly dataDir: string };

export type Answer =
  /** 0: all is well; 1: problems were found. `data` is what --json prints, `lines` what a person reads. */
  | { readonly exit: 0 | 1; readonly data: unknown; readonly lines: readonly string[] }
  /** It was asked wrongly; the sentence says how. */
  | { readonly misuse: string };

export type Command = {
  readonly name: string;
  readonly summary: string;
  readonly operands: { readonly usage: string; readonly least: number; readonly most: number };
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
  run(asked: Asked, place: Place): Answer | Promise<Answer>;
};
