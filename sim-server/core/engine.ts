// The name of this engine, which every run keeps, and what is said to a run that another one played.

/**
 * Raise this whenever the same scenario, seed and inputs could lead to another state or other facts: a new or changed
 * model, another order of a tick, another use of chance, another default of the language. Not for speed, new views or
 * new sentences. A run keeps the id it was played with, and is replayed and scored again under that id only.
 */
export const ENGINE = "sandtable-4";

/** Why a run kept by `engine` cannot be played again here, or null if it can. */
export const engineProblem = (engine: string): string | null =>
  engine === ENGINE
    ? null
    : `it was played by the engine ${engine} and this is ${ENGINE}; replay it with the version of Sandtable it was played with`;
