// Keys to the record store for other systems: made, shown once, revoked.
import { Alert, Button, Form, Input, Modal, Popconfirm, Select, Table, Typography } from "antd";
import { useState } from "react";
import type { NewStoreKey, StoreKey } from "../../sim-server/protocol/office.ts";
import { useDateAndTime } from "../record/time.ts";
import { useErrorWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import { office } from "./office-api.ts";

const SCOPES = [
  "all",
  "all/read",
  "statements/write",
  "statements/read",
  "statements/read/mine",
  "state",
  "profile",
] as const;
type Fields = { label: string; scopes: readonly string[] };

export function StoreKeys({ keys, onChanged }: { keys: readonly StoreKey[]; onChanged: () => void }) {
  const t = useWords("office");
  const c = useWords("common");
  const when = useDateAndTime();
  const errorWords = useErrorWords();
  const [form] = Form.useForm<Fields>();
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<NewStoreKey | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const add = async (fields: Fields) => {
    const reply = await office.addKey(fields);
    setProblem(reply.ok ? null : errorWords(reply.code));
    if (!reply.ok) return;
    setAsking(false);
    setMade(reply.value);
    onChanged();
  };
  const revoke = async (id: string) => {
    const reply = await office.revokeKey(id);
    setProblem(reply.ok ? null : errorWords(reply.code));
    onChanged();
  };
  const words = (scopes: readonly string[]) => scopes.map((scope) => t(`records.scope.${scope}`)).join(c("listComma"));
  const required = [{ required: true, message: t("accounts.needed") }];
  return (
    <>
      <h2>{t("records.keys")}</h2>
      <p className="office-hint">{t("records.keysHint", { address: `${window.location.origin}/xapi` })}</p>
      {problem && <Alert type="error" showIcon title={problem} style={{ marginBottom: 12 }} />}
      {made && (
        <Alert
          type="success"
          style={{ marginBottom: 12 }}
          closable={{ onClose: () => setMade(null) }}
          title={`${t("records.newKey")} · ${made.credential.label}`}
          description={
            <Typography.Text copyable={{ text: `${made.credential.id}:${made.secret}` }} code>
              {made.credential.id}:{made.secret}
            </Typography.Text>
          }
        />
      )}
      <Table<StoreKey>
        rowKey="id"
        size="small"
        dataSource={[...keys]}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        locale={{ emptyText: t("records.noKeys") }}
        columns={[
          { title: t("records.label"), dataIndex: "label" },
          { title: t("records.key"), width: 260, render: (_, row) => <code>{row.id}</code> },
          { title: t("records.scopes"), render: (_, row) => words(row.scopes) },
          { title: t("accounts.since"), width: 150, render: (_, row) => when(row.createdAtMs) },
          {
            title: "",
            width: 110,
            align: "right",
            render: (_, row) =>
              row.revoked ? (
                `✕ ${t("records.revoked")}`
              ) : (
                <Popconfirm title={t("records.revokeSure")} onConfirm={() => revoke(row.id)}>
                  <Button size="small" danger>
                    {t("records.revoke")}
                  </Button>
                </Popconfirm>
              ),
          },
        ]}
      />
      <div className="office-acts" style={{ marginTop: 12 }}>
        <Button onClick={() => setAsking(true)}>{t("records.addKey")}</Button>
      </div>
      <Modal
        open={asking}
        title={t("records.addKey")}
        okText={c("save")}
        cancelText={c("cancel")}
        onOk={() => form.submit()}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ scopes: ["statements/read"] }}
          onFinish={(fields) => void add(fields)}
        >
          <Form.Item name="label" label={t("records.label")} rules={required}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name="scopes" label={t("records.scopes")} rules={required}>
            <Select
              mode="multiple"
              options={SCOPES.map((scope) => ({ value: scope, label: t(`records.scope.${scope}`) }))}
            />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
