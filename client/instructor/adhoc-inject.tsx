// An inject made up on the spot: who says what to whom, by which channel.
import { Button, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { Channel } from "../../sim-server/protocol/words.ts";
import { postOf } from "../record/names.ts";
import { useLanguage, useText, useWords } from "../words/language.ts";
import type { Command } from "./console-desk.tsx";

const CHANNELS: readonly Channel[] = ["radio", "phone", "face", "written", "media", "system"];
type Fields = { from: string; to: string[]; channel: Channel; text: string; other?: string };

export function AdhocInject({ briefing, command }: { briefing: ConsoleBriefing; command: Command }) {
  const t = useWords("console");
  const c = useWords("common");
  const text = useText();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Fields>();
  const seats = briefing.roster.map((seat) => ({
    value: seat.slot,
    label: [postOf(briefing.roster, seat, text), seat.name].filter(Boolean).join(" · "),
  }));
  const positions = new Set(briefing.roster.map((seat) => seat.position));
  const senders = briefing.contacts
    .filter((contact) => !positions.has(contact.id))
    .map((contact) => ({ value: contact.id, label: text(contact.title) }));
  const required = [{ required: true, message: t("needed") }];

  const send = (fields: Fields) => {
    const own = fields.text.trim();
    const other = fields.other?.trim() || own;
    command(
      {
        do: "tell",
        channel: fields.channel,
        from: fields.from,
        to: fields.to,
        text: language === "zh" ? { zh: own, en: other } : { zh: other, en: own },
      },
      t("sent"),
    );
    form.resetFields();
    setOpen(false);
  };

  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        + {t("adhoc")}
      </Button>
      <Modal
        open={open}
        title={t("adhocTitle")}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        okText={t("send")}
        cancelText={c("cancel")}
        width={520}
        forceRender
      >
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={send}
          initialValues={{ channel: "radio", from: senders[0]?.value, to: [] }}
        >
          <Form.Item name="from" label={t("adhocFrom")} rules={required}>
            <Select options={senders} />
          </Form.Item>
          <Form.Item name="to" label={t("adhocTo")} rules={required}>
            <Select mode="multiple" options={seats} />
          </Form.Item>
          <Form.Item name="channel" label={t("adhocChannel")} rules={required}>
            <Select options={CHANNELS.map((channel) => ({ value: channel, label: c(`channel.${channel}`) }))} />
          </Form.Item>
          <Form.Item name="text" label={t("adhocText")} rules={required}>
            <Input.TextArea rows={3} maxLength={500} showCount />
          </Form.Item>
          <Form.Item name="other" label={t("adhocOther")}>
            <Input.TextArea rows={1} maxLength={500} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
