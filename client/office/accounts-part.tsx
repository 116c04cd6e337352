// Who may sign in, from which unit and with what rights; new accounts, changes, and leave.
import { Alert, Button, message, Popconfirm, Table, Tag } from "antd";
import { useCallback, useEffect, useState } from "react";
import type { AccountList, AccountRow } from "../../sim-server/protocol/office.ts";
import { useMe } from "../account/signed-in.tsx";
import { useDateAndTime } from "../record/time.ts";
import { useErrorWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import { AccountForm } from "./account-form.tsx";
import { office } from "./office-api.ts";

export function AccountsPart() {
  const t = useWords("office");
  const c = useWords("common");
  const me = useMe();
  const when = useDateAndTime();
  const errorWords = useErrorWords();
  const [list, setList] = useState<AccountList | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [open, setOpen] = useState<AccountRow | "new" | null>(null);
  const [toast, holder] = message.useMessage();

  const load = useCallback(async () => {
    const reply = await office.accounts();
    if (reply.ok) setList(reply.value);
    setProblem(reply.ok ? null : reply.code);
  }, []);
  useEffect(() => void load(), [load]);

  const able = async (account: AccountRow, disabled: boolean) => {
    const reply = await office.changeAccount(account.accountId, { disabled });
    if (reply.ok) await load();
    else void toast.error(errorWords(reply.code));
  };
  return (
    <section>
      {holder}
      <div className="office-head">
        <div>
          <h1>{t("accounts.title")}</h1>
          <p className="office-hint">{t("accounts.hint")}</p>
        </div>
        <Button type="primary" onClick={() => setOpen("new")} disabled={!list} style={{ marginBottom: 16 }}>
          {t("accounts.add")}
        </Button>
      </div>
      {problem && <Alert type="error" showIcon title={errorWords(problem)} style={{ marginBottom: 12 }} />}
      <Table<AccountRow>
        rowKey="accountId"
        loading={list === null && problem === null}
        dataSource={[...(list?.accounts ?? [])]}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showTotal: (n) => t("accounts.all", { n }) }}
        columns={[
          {
            title: t("accounts.name"),
            sorter: (a, b) => a.name.localeCompare(b.name),
            render: (_, row) => (
              <>
                <b>{row.name}</b> {row.accountId === me?.accountId && <Tag>{t("accounts.self")}</Tag>}
              </>
            ),
          },
          { title: t("accounts.login"), dataIndex: "login", sorter: (a, b) => a.login.localeCompare(b.login) },
          { title: t("accounts.unit"), dataIndex: "unit", sorter: (a, b) => a.unit.localeCompare(b.unit) },
          {
            title: t("accounts.roles"),
            render: (_, row) => row.roles.map((role) => <Tag key={role}>{c(`roles.${role}`)}</Tag>),
          },
          { title: t("accounts.since"), width: 160, render: (_, row) => when(row.createdAtMs) },
          {
            title: t("accounts.state"),
            width: 100,
            filters: [
              { text: t("accounts.active"), value: false },
              { text: t("accounts.disabled"), value: true },
            ],
            onFilter: (value, row) => row.disabled === value,
            render: (_, row) => (row.disabled ? `✕ ${t("accounts.disabled")}` : `✓ ${t("accounts.active")}`),
          },
          {
            title: "",
            width: 190,
            align: "right",
            render: (_, row) => (
              <span className="office-acts" style={{ justifyContent: "end" }}>
                <Button size="small" onClick={() => setOpen(row)}>
                  {t("accounts.change")}
                </Button>
                {row.disabled ? (
                  <Button size="small" onClick={() => void able(row, false)}>
                    {t("accounts.enable")}
                  </Button>
                ) : (
                  <Popconfirm title={t("accounts.disableSure")} onConfirm={() => able(row, true)}>
                    <Button size="small" danger disabled={row.accountId === me?.accountId}>
                      {t("accounts.disable")}
                    </Button>
                  </Popconfirm>
                )}
              </span>
            ),
          },
        ]}
      />
      {open !== null && list && (
        <AccountForm
          key={open === "new" ? "new" : open.accountId}
          account={open === "new" ? null : open}
          unit={me?.unit ?? ""}
          roles={list.roles}
          onClose={() => setOpen(null)}
          onSaved={() => {
            setOpen(null);
            void toast.success(t("accounts.saved"));
            void load();
          }}
        />
      )}
    </section>
  );
}
