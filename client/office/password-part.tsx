// One's own password, changed by whoever knows the present one.
import { Alert, Button, Form, Input, message } from "antd";
import { useState } from "react";
import { useErrorWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import { office } from "./office-api.ts";

type Fields = { current: string; next: string; again: string };

export function PasswordPart() {
  const t = useWords("office");
  const errorWords = useErrorWords();
  const [form] = Form.useForm<Fields>();
  const [problem, setProblem] = useState<string | null>(null);
  const [toast, holder] = message.useMessage();

  const change = async ({ current, next }: Fields) => {
    const reply = await office.changePassword(current, next);
    setProblem(reply.ok ? null : errorWords(reply.code));
    if (!reply.ok) return;
    form.resetFields();
    void toast.success(t("password.changed"));
  };
  const required = [{ required: true, message: t("accounts.needed") }];
  return (
    <section className="office-narrow">
      {holder}
      <h1>{t("password.title")}</h1>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={(fields) => void change(fields)}>
        {problem && <Alert type="error" showIcon title={problem} style={{ marginBottom: 16 }} />}
        <Form.Item name="current" label={t("password.current")} rules={required}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="next" label={t("password.next")} rules={required} extra={t("accounts.passwordRule")}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t("password.again")}
          dependencies={["next"]}
          rules={[
            ...required,
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value === getFieldValue("next") ? Promise.resolve() : Promise.reject(new Error(t("password.differ"))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {t("password.change")}
        </Button>
      </Form>
    </section>
  );
}
