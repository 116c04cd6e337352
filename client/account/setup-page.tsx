// The first account of a new server, made with the one-time token after the # of the link.
import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { go } from "../route.ts";
import { api } from "../session/api.ts";
import { useErrorWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import { Door } from "./door.tsx";
import "./words.ts";

type Fields = { name: string; unit: string; login: string; password: string; again: string };

export default function SetupPage() {
  const t = useWords("account");
  const errorWords = useErrorWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const token = window.location.hash.slice(1);

  const create = async ({ name, unit, login, password }: Fields) => {
    setBusy(true);
    setProblem(null);
    const reply = await api.setup({ token, name, unit, login, password });
    if (reply.ok) {
      go("/console", "replace");
      return;
    }
    setBusy(false);
    setProblem(errorWords(reply.code));
  };

  if (token === "") {
    return (
      <Door title={t("setupTitle")} hint={t("setupHint")}>
        <Alert type="warning" showIcon title={t("noToken.title")} description={t("noToken.hint")} />
      </Door>
    );
  }
  return (
    <Door title={t("setupTitle")} hint={t("setupHint")}>
      <Form<Fields>
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={(fields) => void create(fields)}
        disabled={busy}
      >
        {problem && <Alert type="error" showIcon title={problem} style={{ marginBottom: 16 }} />}
        <Form.Item name="name" label={t("name")} rules={[{ required: true, message: t("needName") }]}>
          <Input autoFocus autoComplete="name" maxLength={40} />
        </Form.Item>
        <Form.Item name="unit" label={t("unit")} rules={[{ required: true, message: t("needUnit") }]}>
          <Input autoComplete="organization" maxLength={80} />
        </Form.Item>
        <Form.Item name="login" label={t("login")} rules={[{ required: true, message: t("needLogin") }]}>
          <Input autoComplete="username" maxLength={60} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("password")}
          extra={t("passwordRule")}
          rules={[{ required: true, min: 10, message: t("passwordRule") }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t("again")}
          dependencies={["password"]}
          rules={[
            { required: true, message: t("needPassword") },
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value === getFieldValue("password") ? Promise.resolve() : Promise.reject(new Error(t("differ"))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t("create")}
        </Button>
      </Form>
    </Door>
  );
}
