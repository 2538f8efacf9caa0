import {
  ALIGN,
  CONTAINER_METHODS,
  PROP_OPTIONS,
  TEXT_STYLE,
  WIDGET_METHODS,
  WIDGETS,
  type WidgetSpec,
} from "./catalogue/widgets.ts";
import { SimulatorError } from "./errors.ts";
import { Signal } from "./events.ts";
import { levelNumber } from "./models.ts";

export type WidgetProps = Record<string, unknown>;

/** A widget on the current page. `rows` is what a SCROLL_LIST shows. */
export type WidgetNode = {
  readonly id: number;
  readonly type: string;
  props: WidgetProps;
  visible: boolean;
  dataset: unknown;
  readonly children: WidgetNode[];
  readonly listeners: Map<string, Set<(event: unknown) => void>>;
};

/**
 * The widgets of one page, as a tree that renderers read. Creating or changing one is checked against the catalogue;
 * every change is told through `changed`.
 */
export class WidgetTree {
  readonly root: WidgetNode[] = [];
  readonly changed = new Signal();
  statusBar = true;
  /** What a shortcut card set its height to. */
  cardHeight: number | null = null;
  readonly #apiLevel: string;
  readonly #forbidden: readonly string[];
  readonly #handles = new WeakMap<object, WidgetNode>();
  #nextId = 1;

  /** @param forbidden widgets that may not be made here */
  constructor(apiLevel: string, forbidden: readonly string[] = []) {
    this.#apiLevel = apiLevel;
    this.#forbidden = forbidden;
  }

  create(type: string, options: unknown, into: WidgetNode[] = this.root): object {
    const spec = specOf(type);
    if (this.#forbidden.includes(type)) throw new SimulatorError("context", `A shortcut card can hold no ${type}.`);
    const props = this.#checked(type, spec, options);
    const missing = spec.required.find((name) => props[name] === undefined);
    if (missing !== undefined) throw propertyError(type, `needs "${missing}"`, spec);
    const node = {
      id: this.#nextId++,
      type,
      props,
      visible: true,
      dataset: undefined,
      children: [],
      listeners: new Map(),
    };
    into.push(node);
    this.changed.emit();
    return this.#handle(node);
  }

  remove(handle: unknown, from: WidgetNode[] = this.root): void {
    const node = typeof handle === "object" && handle !== null ? this.#handles.get(handle) : undefined;
    if (node === undefined) throw new SimulatorError("argument", "deleteWidget needs a widget that createWidget made.");
    const index = from.indexOf(node);
    if (index >= 0) from.splice(index, 1);
    else for (const container of from) this.#removeInside(node, container);
    this.changed.emit();
  }

  #removeInside(node: WidgetNode, container: WidgetNode): void {
    const index = container.children.indexOf(node);
    if (index >= 0) container.children.splice(index, 1);
  }

  #checked(type: string, spec: WidgetSpec, options: unknown): WidgetProps {
    const props: WidgetProps = {};
    for (const [name, value] of Object.entries((options ?? {}) as WidgetProps)) {
      const kind = spec.properties[name];
      if (kind === undefined) throw propertyError(type, `has no property "${name}"`, spec);
      const since = spec.later[name];
      if (since !== undefined && levelNumber(since) > levelNumber(this.#apiLevel)) {
        throw propertyError(type, `has "${name}" only since API_LEVEL ${since}`, spec);
      }
      if (value === undefined) continue;
      if (!fits(kind, value)) throw propertyError(type, `"${name}" must be ${kind}, not ${show(value)}`, spec);
      props[name] = value;
    }
    return props;
  }

  #set(node: WidgetNode, property: string, value: unknown): void {
    const spec = specOf(node.type);
    if (property === "MORE") Object.assign(node.props, this.#checked(node.type, spec, value));
    else if (property === "VISIBLE") node.visible = value === true;
    else if (property === "DATASET") node.dataset = value;
    else if (property === "UPDATE_DATA" && node.type === "SCROLL_LIST") {
      Object.assign(node.props, this.#checked(node.type, spec, value));
    } else {
      const option = PROP_OPTIONS[property];
      if (option === undefined) throw propertyError(node.type, `cannot set prop.${property}`, spec);
      Object.assign(node.props, this.#checked(node.type, spec, { [option]: value }));
    }
    this.changed.emit();
  }

  #get(node: WidgetNode, property: string): unknown {
    if (property === "MORE") return { ...node.props };
    if (property === "VISIBLE") return node.visible;
    if (property === "DATASET") return node.dataset;
    return node.props[PROP_OPTIONS[property] ?? ""];
  }

  #handle(node: WidgetNode): object {
    const methods: Record<string, unknown> = {
      setProperty: (property: string, value: unknown) => this.#set(node, property, value),
      getProperty: (property: string) => this.#get(node, property),
      addEventListener: (event: string, listener: (event: unknown) => void) => {
        const known = node.listeners.get(event) ?? new Set();
        node.listeners.set(event, known.add(listener));
      },
      removeEventListener: (event: string, listener: (event: unknown) => void) =>
        node.listeners.get(event)?.delete(listener),
      getId: () => node.id,
      getType: () => node.type,
    };
    const isContainer = node.type === "GROUP" || node.type === "VIEW_CONTAINER";
    if (isContainer) {
      methods.createWidget = (type: string, options: unknown) => this.create(type, options, node.children);
      methods.deleteWidget = (handle: unknown) => this.remove(handle, node.children);
    }
    const known = isContainer ? [...WIDGET_METHODS, ...CONTAINER_METHODS] : WIDGET_METHODS;
    const handle = new Proxy(methods, {
      get: (_, key) => {
        if (typeof key === "symbol" || key === "then" || key === "toJSON") return undefined;
        if (!known.includes(key)) throw propertyError(node.type, `has no member "${key}"`, specOf(node.type));
        return methods[key];
      },
      set: (_, key) => {
        throw propertyError(node.type, `"${String(key)}" cannot be assigned: use setProperty`, specOf(node.type));
      },
    });
    this.#handles.set(handle, node);
    return handle;
  }
}

function specOf(type: string): WidgetSpec {
  const spec = WIDGETS[type];
  if (spec === undefined) throw new SimulatorError("unknown", `There is no widget ${String(type)}.`);
  return spec;
}

function propertyError(type: string, what: string, spec: WidgetSpec): SimulatorError {
  return new SimulatorError("property", `${type} ${what} (${spec.page}).`);
}

function fits(kind: string, value: unknown): boolean {
  if (kind === "number") return typeof value === "number" && Number.isFinite(value);
  if (kind === "array") return Array.isArray(value);
  if (kind === "align_h") return value === ALIGN.LEFT || value === ALIGN.RIGHT || value === ALIGN.CENTER_H;
  if (kind === "align_v") return value === ALIGN.TOP || value === ALIGN.BOTTOM || value === ALIGN.CENTER_V;
  if (kind === "text_style") return Object.values(TEXT_STYLE).some((style) => style === value);
  return kind === "any" || typeof value === kind;
}

const show = (value: unknown) => (typeof value === "number" ? String(value) : typeof value);
