declare module 'libheif-js/wasm-bundle.js' {
  namespace libheif {
    type Points = { data: Uint8ClampedArray; width: number; height: number };
    type HeifImage = {
      is_primary(): boolean;
      get_width(): number;
      get_height(): number;
      /** Fills `points` with red, green, blue and alpha; null where the picture does not decode. */
      display(points: Points, done: (points: Points | null) => void): void;
    };
  }
  const libheif: { HeifDecoder: new () => { decode(bytes: Uint8Array): libheif.HeifImage[] } };
  export = libheif;
}
