// Administration: accounts, reporting and one's own password, each under its own address.
import { Tabs } from "antd";
import { Bar } from "../account/bar.tsx";
import { SignedIn, useMe } from "../account/signed-in.tsx";
import { Kit } from "../look/kit.tsx";
import { go } from "../route.ts";
import { useWords } from "../words/language.ts";
import { AccountsPart } from "./accounts-part.tsx";
import { PasswordPart } from "./password-part.tsx";
import { RecordsPart } from "./records-part.tsx";
import "./words.ts";
import "../look/kit.css";
import "./office.css";

type Part = "accounts" | "records" | "password";
const ANYONE = ["instructor", "evaluator", "author", "admin"] as const;

export default function OfficePage({ part }: { part: Part }) {
  return (
    <Kit ground="paper">
      <SignedIn roles={part === "password" ? ANYONE : ["admin"]}>
        <Bar here="office" />
        <Office part={part} />
      </SignedIn>
    </Kit>
  );
}

function Office({ part }: { part: Part }) {
  const t = useWords("office");
  const admin = useMe()?.roles.includes("admin") ?? false;
  const parts = {
    accounts: () => <AccountsPart />,
    records: () => <RecordsPart />,
    password: () => <PasswordPart />,
  };
  const shown: readonly Part[] = admin ? ["accounts", "records", "password"] : ["password"];
  return (
    <main className="office">
      <Tabs
        activeKey={part}
        onChange={(key) => go(`/office/${key}`)}
        destroyOnHidden
        items={shown.map((key) => ({ key, label: t(`tabs.${key}`), children: parts[key]() }))}
      />
    </main>
  );
}
