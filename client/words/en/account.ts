// Words of signing in and of the first account, in English.
import type { SameKeys } from "../language.ts";
import type { account as zh } from "../zh/account.ts";

export const account: SameKeys<typeof zh> = {
  loginTitle: "Sign in",
  loginHint: "For controllers and evaluators. Players need no account: they enter with a join code.",
  login: "Account",
  password: "Password",
  signIn: "Sign in",
  needLogin: "Enter your account",
  needPassword: "Enter your password",
  toLobby: "I am a player: enter a join code",
  setupTitle: "Create the first account",
  setupHint: "This account looks after the server. The link to this page stops working once it exists.",
  name: "Name",
  needName: "Enter a name",
  unit: "Unit",
  needUnit: "Enter your unit",
  passwordRule: "At least 10 characters",
  again: "Password again",
  differ: "The two passwords differ",
  create: "Create account",
  noToken: {
    title: "The link is incomplete",
    hint: "Open this page with the whole link shown when the server started, including the part after #.",
  },
};
