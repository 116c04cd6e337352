// One account in a dialog: a new one, or changes to one that exists.
import { Alert, Checkbox, Form, Input, Modal } from "antd";
import { useState } from "react";
import type { AccountRow } from "../../sim-server/protocol/office.ts";
import type { Reply } from "../session/api.ts";
import { useErrorWords } from "../words/common.ts";
import { useWords } from "../words/language.ts";
import { office } from "./office-api.ts";

type Fields = { login: string; name: string; unit: string; roles: AccountRow["roles"]; password?: string };
type AccountFormProps = {
  /** The account to change; null for a new one, whose unit is then the given one. */
  readonly account: AccountRow | null;
  readonly unit: string;
  readonly roles: AccountRow["roles"];
  readonly onClose: () => void;
  readonly onSaved: () => void;
};

export function AccountForm({ account, unit, roles, onClose, onSaved }: AccountFormProps) {
  const t = useWords("office");
  const c = useWords("common");
  const errorWords = useErrorWords();
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const save = async ({ login, name, unit: at, roles: may, password }: Fields) => {
    setBusy(true);
    const common = { name, unit: at, roles: may };
    const reply: Reply<AccountRow> = account
      ? await office.changeAccount(account.accountId, { ...common, ...(password ? { password } : {}) })
      : await office.addAccount({ login, ...common, password: password ?? "" });
    setBusy(false);
    if (reply.ok) onSaved();
    else setProblem(errorWords(reply.code));
  };
  const required = [{ required: true, message: t("accounts.needed") }];
  return (
    <Modal
      open
      title={account ? `${t("accounts.change")} · ${account.login}` : t("accounts.add")}
      okText={c("save")}
      cancelText={c("cancel")}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={account ?? { unit, roles: ["instructor"] }}
        onFinish={(fields) => void save(fields)}
      >
        {problem && <Alert type="error" showIcon title={problem} style={{ marginBottom: 16 }} />}
        {!account && (
          <Form.Item name="login" label={t("accounts.login")} rules={required}>
            <Input autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item name="name" label={t("accounts.name")} rules={required}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="unit" label={t("accounts.unit")} rules={required}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="roles"
          label={t("accounts.roles")}
          rules={[{ type: "array", min: 1, message: t("accounts.rolesNeeded") }]}
        >
          <Checkbox.Group options={roles.map((role) => ({ value: role, label: c(`roles.${role}`) }))} />
        </Form.Item>
        <Form.Item
          name="password"
          label={account ? t("accounts.newPassword") : t("accounts.password")}
          extra={t("accounts.passwordRule")}
          rules={account ? [] : required}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
