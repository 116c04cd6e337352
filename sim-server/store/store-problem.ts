// What can be wrong with the place where everything is kept, in one sentence for the person starting the server.
export type StoreProblemCode = "in-use" | "corrupt" | "foreign" | "newer" | "unreadable";

export class StoreProblem extends Error {
  readonly code: StoreProblemCode;

  constructor(code: StoreProblemCode, sentence: string) {
    super(sentence);
    this.name = "StoreProblem";
    this.code = code;
  }
}
