package org.deskbert.faq;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** A fingerprint of what can be answered. */
public final class FaqHash {
  /** No length, so that synonyms are not taken for the next FAQ. */
  private static final int SYNONYMS = -1;

  private static final int INTENTS = -2;

  private FaqHash() {}

  /**
   * Hash of the entries that answer on {@code day}, whatever the order of the FAQs.
   *
   * @return the first 16 hexadecimal digits of a SHA-256 over names, entries, their order, synonyms
   *     and intents
   */
  public static String of(Collection<Faq> faqs, LocalDate day) {
    MessageDigest digest = sha256();
    for (Faq faq : faqs.stream().sorted(Comparator.comparing(Faq::name)).toList()) {
      List<Entry> valid = faq.entries().stream().filter(entry -> entry.validOn(day)).toList();
      add(digest, faq.name());
      add(digest, valid.size());
      for (Entry entry : valid) {
        add(digest, entry.id());
        add(digest, entry.phrasings());
        add(digest, entry.answer());
        add(digest, entry.category());
        add(digest, entry.tags());
        add(digest, entry.parent() == null ? "" : entry.parent());
        add(digest, entry.until() == null ? "" : entry.until().toString());
      }
      if (!faq.synonyms().isEmpty()) {
        add(digest, SYNONYMS);
        faq.synonyms().groups().forEach(group -> add(digest, group));
      }
      if (!faq.intents().isEmpty()) {
        add(digest, INTENTS);
      }
      for (Intent intent : faq.intents().all()) {
        add(digest, intent.name());
        add(digest, intent.examples());
        add(digest, intent.reply());
        add(digest, intent.entry() == null ? "" : intent.entry());
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static void add(MessageDigest digest, List<String> texts) {
    add(digest, texts.size());
    for (String text : texts) {
      add(digest, text);
    }
  }

  // Lengths first, so that no two lists of texts run together into the same bytes.
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(digest, bytes.length);
    digest.update(bytes);
  }

  private static void add(MessageDigest digest, int number) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (number >> shift));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
