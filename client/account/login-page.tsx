// Signing in, then on to the page that asked for it.
import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { go } from "../route.ts";
import { api } from "../session/api.ts";
import { useErrorWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import { Door } from "./door.tsx";
import { nextAfterLogin } from "./next.ts";
import "./words.ts";

type Fields = { login: string; password: string };

export default function LoginPage() {
  const t = useWords("account");
  const errorWords = useErrorWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const signIn = async (fields: Fields) => {
    setBusy(true);
    setProblem(null);
    const reply = await api.login(fields);
    setBusy(false);
    if (reply.ok) go(nextAfterLogin(window.location.search), "replace");
    else setProblem(errorWords(reply.code));
  };

  return (
    <Door title={t("loginTitle")} hint={t("loginHint")}>
      <Form<Fields>
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={(fields) => void signIn(fields)}
        disabled={busy}
      >
        {problem && <Alert type="error" showIcon title={problem} style={{ marginBottom: 16 }} />}
        <Form.Item name="login" label={t("login")} rules={[{ required: true, message: t("needLogin") }]}>
          <Input autoFocus autoComplete="username" />
        </Form.Item>
        <Form.Item name="password" label={t("password")} rules={[{ required: true, message: t("needPassword") }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t("signIn")}
        </Button>
      </Form>
      <p style={{ margin: "16px 0 0", textAlign: "center" }}>
        <a href="/">{t("toLobby")}</a>
      </p>
    </Door>
  );
}
