// An inject made up on the spot: who says what to whom, by which channel.
import { Button, Form, Input, Modal, Select } from "antd";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { Channel } from "../../sim-server/protocol/words.ts";
import { postOf } from "../record/names.ts";
import { useLanguage, useText, useWords } from "../words/language.ts";
import type { Command } from "./command.ts";

const CHANNELS: readonly Channel[] = ["radio", "phone", "face", "written", "media", "system"];
/** Who speaks where no one of the story does: system messages and media have no face. */
const NOBODY = "system";
type Fields = { from: string; to: string[]; channel: Channel; text: string; other?: string };

type Props = {
  briefing: ConsoleBriefing;
  command: Command;
  /** Whom to write to when it opens; null while it is closed. */
  to: readonly string[] | null;
  onClose: () => void;
};

export function AdhocInject({ to, ...rest }: Props) {
  const t = useWords("console");
  return (
    <Modal open={to !== null} title={t("adhocTitle")} onCancel={rest.onClose} footer={null} width={520} destroyOnHidden>
      {to !== null && <AdhocForm to={to} {...rest} />}
    </Modal>
  );
}

function AdhocForm({ briefing, command, to, onClose }: Props & { to: readonly string[] }) {
  const t = useWords("console");
  const c = useWords("common");
  const text = useText();
  const language = useLanguage();
  const seats = briefing.roster.map((seat) => ({
    value: seat.slot,
    label: [postOf(briefing.roster, seat, text), seat.name].filter(Boolean).join(" · "),
  }));
  const held = [...new Map(briefing.roster.map((seat) => [seat.position, text(seat.positionTitle)]))];
  const shared = held
    .filter(([position]) => briefing.roster.filter((seat) => seat.position === position).length > 1)
    .map(([position, title]) => ({ value: position, label: t("allOf", { post: title }) }));
  const senders = [
    ...briefing.contacts
      .filter((contact) => !held.some(([position]) => position === contact.id))
      .map((contact) => ({ value: contact.id, label: text(contact.title) })),
    { value: NOBODY, label: t("adhocNobody") },
  ];
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
    onClose();
  };

  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      onFinish={send}
      initialValues={{ channel: "radio", from: senders[0]?.value, to: [...to] }}
    >
      <div className="adhoc-pair">
        <Form.Item name="from" label={t("adhocFrom")} rules={required}>
          <Select options={senders} />
        </Form.Item>
        <Form.Item name="channel" label={t("adhocChannel")} rules={required}>
          <Select options={CHANNELS.map((channel) => ({ value: channel, label: c(`channel.${channel}`) }))} />
        </Form.Item>
      </div>
      <Form.Item name="to" label={t("adhocTo")} rules={required}>
        <Select mode="multiple" options={[...shared, ...seats]} optionFilterProp="label" />
      </Form.Item>
      <Form.Item name="text" label={t("adhocText")} rules={required}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
      <Form.Item name="other" label={t("adhocOther")}>
        <Input.TextArea rows={1} maxLength={500} />
      </Form.Item>
      <div className="adhoc-acts">
        <Button onClick={onClose}>{c("cancel")}</Button>
        <Button type="primary" htmlType="submit">
          {t("send")}
        </Button>
      </div>
    </Form>
  );
}
