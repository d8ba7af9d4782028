type Bytes = Uint8Array<ArrayBuffer>;

type Usage = "decrypt" | "deriveBits" | "sign";

/**
 * The part of `crypto.subtle` (W3C Web Cryptography, §14) that it takes: both hosts have it, the core
 * is given it.
 */
export interface WebCrypto {
  digest(algorithm: string, data: Bytes): Promise<ArrayBuffer>;
  importKey(
    format: "raw",
    data: Bytes,
    algorithm: string | { readonly name: "HMAC"; readonly hash: string },
    extractable: boolean,
    usages: Usage[],
  ): Promise<unknown>;
  deriveBits(
    algorithm: {
      readonly name: "HKDF";
      readonly hash: string;
      readonly salt: Bytes;
      readonly info: Bytes;
    },
    key: unknown,
    bits: number,
  ): Promise<ArrayBuffer>;
  decrypt(
    algorithm: { readonly name: string; readonly iv: Bytes; readonly additionalData?: Bytes },
    key: unknown,
    data: Bytes,
  ): Promise<ArrayBuffer>;
  sign(algorithm: "HMAC", key: unknown, data: Bytes): Promise<ArrayBuffer>;
}
