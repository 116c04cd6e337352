// Signing in with a password, and the limits that make guessing one hopeless.
import { type Account, type Accounts, type NewAccount, ROLES } from "./account.ts";
import { addressKey, openBudget } from "./budget.ts";
import { passwordMatches } from "./password.ts";
import { granted, type Outcome, refused, tooMany } from "./refusal.ts";
import { newToken, tokenSha256 } from "./token.ts";

export type FirstAccount = Omit<NewAccount, "roles">;

export type SignIn = {
  withPassword(login: string, password: string, address: string): Promise<Outcome<Account>>;
  /** The one-time link's secret, or nothing once there is an account. */
  setupToken(): Promise<string | undefined>;
  setUp(token: string, account: FirstAccount, address: string): Promise<Outcome<Account>>;
};

/*
 * Wrong passwords, each limit on its own: an address has 20 and one more every 10 s; an account seen from one address
 * has 5, then waits 30 s, 1 min, 2 min … 15 min between tries; an account from everywhere has 50 and one more a minute.
 * So one address tries an account about 110 times a day and a thousand addresses about 1,490 times: against ten
 * characters that are no common word that is nothing. The account's own holder is slowed by strangers only after 50.
 */
const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;
const MOST_PAIRS = 20_000;
// Each check costs 64 MiB and a core for a quarter of a second, which the simulation needs more.
const MOST_CHECKS = 2;
const MOST_WAITING = 16;

type Failures = { count: number; untilMs: number; atMs: number };

export function openSignIn(accounts: Accounts, now: () => number): SignIn {
  const byAddress = openBudget(20, 6, now);
  const byAccount = openBudget(50, 1, now);
  const failures = new Map<string, Failures>();
  const gate = openGate();
  const secret = newToken("setup");
  let settingUp = false;

  async function withPassword(login: string, password: string, address: string): Promise<Outcome<Account>> {
    const place = addressKey(address);
    const pair = JSON.stringify([login, place]);
    const known = failures.get(pair);
    if (known && known.untilMs > now()) return tooMany(Math.ceil((known.untilMs - now()) / 1000));
    if (!byAddress.take(place)) return tooMany(byAddress.retryAfterS(place));
    if (!byAccount.take(login)) return tooMany(byAccount.retryAfterS(login));
    // Counted before it is checked: a hundred tries sent at once are a hundred tries.
    countFailure(failures, pair, now());
    const matching = await gate(async () => {
      const found = await accounts.byLogin(login);
      const right = await passwordMatches(password, found?.account.disabled === true ? undefined : found?.password);
      return right ? found?.account : undefined;
    });
    if (matching === "full") return tooMany(5);
    if (!matching) return refused("wrong-credentials");
    byAddress.giveBack(place);
    byAccount.giveBack(login);
    failures.delete(pair);
    return granted(matching);
  }

  async function setUp(token: string, account: FirstAccount, address: string): Promise<Outcome<Account>> {
    const place = addressKey(address);
    if (!byAddress.take(place)) return tooMany(byAddress.retryAfterS(place));
    if (await accounts.anyExists()) return refused("link-used");
    if (tokenSha256(token) !== tokenSha256(secret)) return refused("forbidden");
    byAddress.giveBack(place);
    if (settingUp) return refused("conflict");
    settingUp = true;
    const roles = ROLES.filter((role) => role !== "author");
    return accounts.createFirst({ ...account, roles }).finally(() => {
      settingUp = false;
    });
  }

  return {
    withPassword,
    setUp,
    setupToken: async () => ((await accounts.anyExists()) ? undefined : secret),
  };
}

function countFailure(failures: Map<string, Failures>, pair: string, atMs: number): void {
  const known = failures.get(pair);
  const count = known && atMs - known.atMs < FORGOTTEN_AFTER_MS ? known.count + 1 : 1;
  const waitMs =
    count < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(10, count - FREE_TRIES));
  failures.delete(pair);
  failures.set(pair, { count, untilMs: atMs + waitMs, atMs });
  const [oldest] = failures.keys();
  if (failures.size > MOST_PAIRS && oldest !== undefined) failures.delete(oldest);
}

/** Lets a few pieces of work run at once, some wait, and turns the rest away. */
function openGate() {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <Value>(work: () => Promise<Value>): Promise<Value | "full"> => {
    if (running >= MOST_CHECKS) {
      if (waiting.length >= MOST_WAITING) return "full";
      await new Promise<void>((resume) => waiting.push(resume));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next)
        next(); // The place is handed over, not freed.
      else running -= 1;
    }
  };
}
