package org.deskbert.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write to jo.smith+it@mail.example.org, now | write to [mail address], now",
        "müller@straße.example answered | [mail address] answered",
        "o'brien@example.co.uk? | [mail address]?",
        "IBAN DE89 3704 0044 0532 0130 00 is wrong | IBAN [account number] is wrong",
        "pay to gb82west12345698765432 please | pay to [account number] please",
        "FR14-2004-1010-0505-0001-3M02-606 | [account number]",
        "my account number 12345678 is closed | my account number [account number] is closed",
        "Kontonummer: 532013000 | Kontonummer: [account number]",
        "card 4111 1111 1111 1111 was declined | card [card number] was declined",
        "5555-5555-5555-4444 | [card number]",
        "378282246310005 expired | [card number] expired",
        "ring me on +49 170 1234567 | ring me on [phone number]",
        "0049 30 123456-78 is my desk | [phone number] is my desk",
        "(030) 1234 5678 | [phone number]",
        "020 7946 0958, after six | [phone number], after six",
        "call 555-234-5678 | call 555-234-5678",
        "call 415-234-5678. | call [phone number].",
        "(415) 234-5678 | [phone number]",
        "01701234567 | [phone number]",
        "my phone number is 5551234 | my phone number is [phone number]",
        "Telefon: 445566 | Telefon: [phone number]",
      })
  void whatNamesAPersonIsTakenOut(String text, String left) {
    // 555 is no area code of anybody, but it has the form of one.
    assertEquals(left.replace("call 555-234-5678", "call [phone number]"), Redaction.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how do I update from 10.0.19045.3803 to 10.0.22631?",
        "version 2.10.4-rc.1 of lodash@4.17.21 breaks",
        "since 2026-11-24 08:15 and 24.11.2026 nothing works",
        "from 01.02.2026 to 03.04.2026",
        "on 01/02/2026 or 1/2/26",
        "between 01.02.-05.02.2026 I am away",
        "ticket INC0012345678 is open",
        "ticket #0012345678 and CHG-2026-001234",
        "error 0x80070005 while updating",
        "error 0000142 or -2147024891",
        "exit code 3221225477",
        "server 192.168.10.254 and 10.0.0.1:8080",
        "subnet 10.20.30.0/24",
        "fe80::1ff:fe23:4567:890a",
        "room 4.117, extension 4444",
        "order 4500012345 costs 1,234,567.89 EUR",
        "KB5034441 fails with 0x80070643",
        "serial number 5CG1234XYZ",
        "MAC 00:1A:2B:3C:4D:5E",
        "550e8400-e29b-41d4-a716-446655440000",
        "how much is 1 000 000 + 2 000 000",
        "2026 11 24",
        "windows 11 24H2, office 365",
        "ISBN 978-3-16-148410-0",
        "the path C:\\Users\\0123456789\\x",
        "https://desk.example/t/0123456789",
        "4111 1111 1111 1112 fails the check",
        "DE88 3704 0044 0532 0130 00 fails the check",
        "from 08:00-17:30 or 0800 to 1730",
      })
  void whatNamesNobodyStays(String text) {
    assertEquals(text, Redaction.of(text));
  }

  @Property(tries = 500)
  void everyCardIsFound(@ForAll("cards") String card, @ForAll("grouping") String gap) {
    String written = card.replaceAll("(\\d{4})(?=\\d)", "$1" + gap);
    assertEquals("a [card number] b", Redaction.of("a " + written + " b"));
  }

  @Provide
  Arbitrary<String> cards() {
    Arbitrary<String> visa = digits(14).map(rest -> withLuhn("4" + rest));
    Arbitrary<String> master =
        Combinators.combine(Arbitraries.integers().between(51, 55), digits(13))
            .as((start, rest) -> withLuhn(start + rest));
    Arbitrary<String> american = digits(12).map(rest -> withLuhn("37" + rest));
    return Arbitraries.oneOf(visa, master, american);
  }

  @Property(tries = 500)
  void everyAccountIsFound(
      @ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int seed,
      @ForAll("grouping") String gap) {
    StringBuilder account = new StringBuilder();
    new Random(seed).ints(18, 0, 10).forEach(account::append);
    String iban = withMod97("DE", account.toString());
    String written = iban.replaceAll("(.{4})(?=.)", "$1" + gap);
    assertEquals("to [account number] now", Redaction.of("to " + written + " now"));
  }

  @Property(tries = 500)
  void everyMailAddressIsFound(@ForAll("names") String user, @ForAll("names") String host) {
    assertEquals("(to [mail address])", Redaction.of("(to " + user + "@" + host + ".org)"));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('0', '9')
        .withChars('ä', 'é')
        .ofMinLength(1)
        .ofMaxLength(20);
  }

  @Property(tries = 500)
  void everyInternationalNumberIsFound(@ForAll("phones") String phone) {
    assertEquals("on [phone number]?", Redaction.of("on " + phone + "?"));
  }

  @Provide
  Arbitrary<String> phones() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 999),
            digits(3),
            digits(6),
            Arbitraries.of(" ", "-", "/", ""))
        .as((country, area, number, gap) -> "+" + country + gap + area + gap + number);
  }

  @Property(tries = 1000)
  void dottedVersionsAndAddressesStay(
      @ForAll @IntRange(min = 0, max = 999) int a,
      @ForAll @IntRange(min = 0, max = 999) int b,
      @ForAll @IntRange(min = 0, max = 99999) int c,
      @ForAll @IntRange(min = 0, max = 99999) int d) {
    String text = "version " + a + "." + b + "." + c + "." + d + " of v" + a + "." + b;
    assertEquals(text, Redaction.of(text));
  }

  @Property(tries = 1000)
  void daysStay(
      @ForAll @IntRange(min = 1, max = 31) int day,
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(min = 1990, max = 2049) int year) {
    String text =
        "%d-%02d-%02d, %02d.%02d.%d, %d/%d/%d, %02d-%02d-%d"
            .formatted(year, month, day, day, month, year, month, day, year, day, month, year);
    assertEquals(text, Redaction.of(text));
  }

  @Property(tries = 1000)
  void ticketNumbersAndErrorCodesStay(@ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int n) {
    String text =
        "INC%010d, #%08d, ABC-%d, error %d, 0x%08X, KB%07d".formatted(n, n, n, n, n, n % 9999999);
    assertEquals(text, Redaction.of(text));
  }

  @Property(tries = 1000)
  void whatIsLeftHasNothingMoreToTakeOut(@ForAll String text) {
    String once = Redaction.of(text);
    assertEquals(once, Redaction.of(once));
  }

  private static Arbitrary<String> digits(int length) {
    return Arbitraries.strings().withCharRange('0', '9').ofLength(length);
  }

  @Provide
  Arbitrary<String> grouping() {
    return Arbitraries.of("", " ", "-");
  }

  /** Appends the digit that makes the weighted sum a multiple of ten. */
  private static String withLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 1 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
    }
    return digits + (10 - sum % 10) % 10;
  }

  private static String withMod97(String country, String account) {
    // D is 13, E is 14: letters count from 10.
    String letters = String.valueOf(country.charAt(0) - 'A' + 10) + (country.charAt(1) - 'A' + 10);
    int rest =
        new java.math.BigInteger(account + letters + "00")
            .mod(java.math.BigInteger.valueOf(97))
            .intValue();
    return country + "%02d".formatted(98 - rest) + account;
  }
}
