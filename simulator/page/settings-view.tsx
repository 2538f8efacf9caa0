import type { ComponentChildren, CSSProperties } from "preact";
import type { SettingsNode } from "../host/phone/components.ts";
import type { SettingsPage } from "../host/phone/settings-page.ts";

type Props = { node: SettingsNode; page: SettingsPage };

/** Draws the components of the settings page. */
export function SettingsContent({ page }: { page: SettingsPage }) {
  return <Nodes nodes={page.content} page={page} />;
}

function Nodes({ nodes, page }: { nodes: readonly (SettingsNode | string)[]; page: SettingsPage }) {
  return nodes.map((node, index) => {
    if (typeof node === "string") return node;
    const View = VIEWS[node.type];
    if (View === undefined) throw new Error(`This page cannot draw the component ${node.type}.`);
    return <View key={`${index} ${node.type}`} node={node} page={page} />;
  });
}

const string = (node: SettingsNode, name: string) =>
  typeof node.props[name] === "string" ? node.props[name] : undefined;
const styleOf = (node: SettingsNode) => (node.props.style ?? {}) as CSSProperties;

const VIEWS: Readonly<Record<string, (props: Props) => ComponentChildren>> = {
  View: ({ node, page }) => (
    <div style={styleOf(node)}>
      <Nodes nodes={node.children} page={page} />
    </div>
  ),
  Section: ({ node, page }) => (
    <div class="section" style={styleOf(node)}>
      {string(node, "title") !== undefined && <h3>{string(node, "title")}</h3>}
      {string(node, "description") !== undefined && <p class="hint">{string(node, "description")}</p>}
      <Nodes nodes={node.children} page={page} />
    </div>
  ),
  Text: ({ node, page }) => {
    const Tag = node.props.paragraph === true ? "p" : "span";
    const style: CSSProperties = {
      textAlign: (string(node, "align") ?? "left") as "left",
      fontWeight: node.props.bold === true ? 700 : 400,
      fontStyle: node.props.italic === true ? "italic" : "normal",
    };
    return (
      <Tag class="words" style={{ ...style, ...styleOf(node) }}>
        <Nodes nodes={node.children} page={page} />
      </Tag>
    );
  },
  TextInput: ({ node, page }) => (
    <label class="field">
      <span>{string(node, "label")}</span>
      <input
        type="text"
        value={page.valueOf(node)}
        placeholder={string(node, "placeholder")}
        disabled={node.props.disabled === true}
        spellcheck={false}
        onChange={(event) => page.input(node, event.currentTarget.value)}
      />
    </label>
  ),
  Button: ({ node, page }) => (
    <button
      type="button"
      class={node.props.color === "primary" ? "primary" : undefined}
      style={styleOf(node)}
      onClick={() => page.click(node)}
    >
      {string(node, "label")}
    </button>
  ),
  Toggle: ({ node, page }) => (
    <label class="switch">
      <input
        type="checkbox"
        checked={page.valueOf(node) === "true"}
        onChange={(event) => page.input(node, event.currentTarget.checked)}
      />
      <span>{string(node, "label")}</span>
    </label>
  ),
  Select: ({ node, page }) => (
    <label class="field">
      <span>{string(node, "label") ?? string(node, "title")}</span>
      <select value={page.valueOf(node)} onChange={(event) => page.input(node, event.currentTarget.value)}>
        {((node.props.options ?? []) as { name: string; value: string }[]).map(({ name, value }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  ),
  Slider: ({ node, page }) => (
    <label class="field">
      <span>{string(node, "label")}</span>
      <input
        type="range"
        min={Number(node.props.min ?? 0)}
        max={Number(node.props.max ?? 100)}
        step={Number(node.props.step ?? 1)}
        value={page.valueOf(node)}
        onChange={(event) => page.input(node, Number(event.currentTarget.value))}
      />
    </label>
  ),
  Link: ({ node, page }) => (
    <a href={string(node, "source") ?? ""} target="_blank" rel="noreferrer">
      <Nodes nodes={node.children} page={page} />
    </a>
  ),
  Image: ({ node }) => <img src={string(node, "src")} alt={string(node, "alt") ?? ""} style={styleOf(node)} />,
  TextImageRow: ({ node }) => (
    <p class="words">
      {string(node, "label")} <span class="hint">{string(node, "sublabel")}</span>
    </p>
  ),
  Toast: ({ node }) => (node.props.visible === true ? <p role="status">{string(node, "message")}</p> : null),
};
