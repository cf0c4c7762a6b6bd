/** What charts are drawn from: plain data, ready to be shown. */

/** What every chart says of itself, to those who do not see it too. */
export interface Caption {
  /** Unique in the page; the ids of title and description are made of it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** A custom property of the page's style: `--question`. */
  readonly hue: string;
}

/** The axis of a measure, in the units that are shown. */
export interface Scale {
  readonly domain: readonly [number, number];
  /** `%` where shares are shown as such. */
  readonly unit: '' | '%';
}

export interface Dot {
  readonly value: number;
  readonly name: string;
}

/** A median with what surrounds it. */
export interface Middle {
  readonly median: number;
  readonly quartiles: readonly [number, number];
  readonly interval: readonly [number, number] | undefined;
}

/** All visits along one measure. */
export interface SpreadChart extends Caption {
  readonly scale: Scale;
  readonly dots: readonly Dot[];
  readonly middle: Middle;
}

/** Groups of visits along one measure, a row each. */
export interface RowsChart extends Caption {
  readonly scale: Scale;
  readonly rows: readonly {
    readonly name: string;
    readonly dots: readonly Dot[];
    readonly middle: Middle | undefined;
  }[];
  /** A line through all rows. */
  readonly reference: number | undefined;
}

/** A measure over time. */
export interface TrendChart extends Caption {
  readonly scale: Scale;
  readonly dots: readonly (Dot & { readonly date: string; readonly isBackground: boolean })[];
  /** The first and the last day. */
  readonly days: readonly [from: string, to: string];
  readonly periods: readonly {
    readonly from: string;
    readonly to: string;
    readonly middle: Middle;
    readonly isBackground: boolean;
  }[];
}
