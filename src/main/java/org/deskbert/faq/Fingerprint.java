package org.deskbert.faq;

import java.math.BigInteger;
import java.util.Base64;

/**
 * A signer's key in few digits, to be read out over the phone: six groups of five digits, about a
 * hundred bits of the key's SHA-256.
 */
public final class Fingerprint {
  private static final int GROUPS = 6;
  private static final int DIGITS = 5;

  private Fingerprint() {}

  /** The fingerprint of a public key in Base64: {@code 12345 67890 …}. */
  static String of(String key) {
    byte[] hash = FaqJson.sha256().digest(Base64.getDecoder().decode(key));
    BigInteger group = BigInteger.TEN.pow(DIGITS);
    BigInteger rest = new BigInteger(1, hash);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      BigInteger[] parts = rest.divideAndRemainder(group);
      text.append(i == 0 ? "" : " ").append(String.format("%05d", parts[1].intValue()));
      rest = parts[0];
    }
    return text.toString();
  }

  /** Whether a person means this fingerprint, whatever stands between the digits. */
  public static boolean same(String fingerprint, String typed) {
    return digits(fingerprint).equals(digits(typed));
  }

  /** Whether a person may mean a fingerprint at all: it has as many digits. */
  public static boolean isOne(String typed) {
    return digits(typed).length() == GROUPS * DIGITS;
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}
