package org.deskbert.chat;

import java.math.BigInteger;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes mail addresses, account, card and phone numbers out of a text before it is kept. What looks
 * like a number of these kinds must also pass their check digits or the rules for their form, so
 * that versions, dates, ticket numbers and error codes stay. Names and addresses of people are not
 * found.
 */
public final class Redaction {
  private static final String MAIL = "[mail address]";
  private static final String ACCOUNT = "[account number]";
  private static final String CARD = "[card number]";
  private static final String PHONE = "[phone number]";

  /** Nothing that a longer name, number or path goes on with. */
  private static final String BEFORE = "(?<![\\p{L}\\p{N}_#./:@\\\\-])";

  private static final String AFTER = "(?![\\p{L}\\p{N}_]|[.:/-]\\p{N})";

  private static final Pattern MAIL_ADDRESS =
      Pattern.compile(
          "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._%+'-]{0,62}[\\p{L}\\p{N}_%+-])?"
              + "@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,8}\\.\\p{L}{2,24}"
              + "(?![\\p{L}\\p{N}])");

  /** The longest IBAN has 34 characters; groups of four are usual in print. */
  private static final Pattern IBAN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]){11,30}", Pattern.CASE_INSENSITIVE);

  private static final Pattern NAMED_ACCOUNT =
      Pattern.compile(
          "((?:account|acct|bank|konto|sort code|blz)[ -]?(?:number|nummer|no|nr)?\\.?"
              + "(?:[ :#]{1,3}|\\s(?:is|ist)\\s))([0-9](?:[ -]?[0-9]){5,15})"
              + AFTER,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CARD_NUMBER =
      Pattern.compile(BEFORE + "[2-6](?:[ -]?[0-9]){12,18}" + AFTER);

  /** What the networks' numbers begin with, and how long they are. */
  private static final Pattern ISSUER =
      Pattern.compile(
          "4(?:\\d{12}|\\d{15}|\\d{18})" // Visa
              + "|(?:5[1-5]|2[2-7])\\d{14}" // Mastercard
              + "|3[47]\\d{13}" // American Express
              + "|3[0689]\\d{12}" // Diners Club
              + "|35\\d{14}" // JCB
              + "|(?:6|5[06-8])\\d{12,18}"); // Discover, Maestro, UnionPay

  private static final Pattern PHONE_NUMBER =
      Pattern.compile(BEFORE + "(?:\\+|\\(\\+?)?[0-9](?:[ ()./-]{0,3}[0-9]){5,16}" + AFTER);

  private static final Pattern NAMED_PHONE =
      Pattern.compile(
          "((?:phone|telephone|tel|mobile|cell|fax|telefon|handy|mobil)(?:["
              + " -]?(?:number|nummer|no|nr))?\\.?(?:[ :]{1,3}|\\s(?:is|ist)\\s)"
              + "|(?:call|ring|reach|ruf|erreichbar)\\s(?:\\w{2,6}\\s)?(?:on|at|under|unter|an)\\s)([0-9](?:["
              + " ./-]?[0-9]){5,14})"
              + AFTER,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DATE =
      Pattern.compile(
          "[0-3]?\\d([./-])[0-3]?\\d\\1(?:\\d{2}|\\d{4})|\\d{4}([./-])[0-1]?\\d\\2[0-3]?\\d");

  /** Three digits, three, four, as in North America. */
  private static final Pattern NORTH_AMERICAN =
      Pattern.compile("\\(?[2-9]\\d{2}\\)?[ .-]{1,2}[2-9]\\d{2}[ .-]\\d{4}");

  /** Trunk prefix 0, area code and number. */
  private static final Pattern WITH_TRUNK =
      Pattern.compile("\\(?0[1-9]\\d{1,4}\\)?(?:[ /-]{1,3}\\d{2,8}){1,4}|0[1-9]\\d{8,11}");

  /** How long the IBANs of the countries are, from the registry of SWIFT. */
  private static final Map<String, Integer> IBAN_LENGTHS =
      Stream.of(
              ("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24"
                      + " DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23"
                      + " GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28"
                      + " LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30"
                      + " NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31"
                      + " SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24"
                      + " XK20 YE30")
                  .split(" "))
          .collect(
              Collectors.toUnmodifiableMap(
                  each -> each.substring(0, 2), each -> Integer.parseInt(each.substring(2))));

  private Redaction() {}

  /** The same text with each such number or address replaced by what it was. */
  public static String of(String text) {
    String left = MAIL_ADDRESS.matcher(text).replaceAll(Matcher.quoteReplacement(MAIL));
    left = accounts(left);
    left = NAMED_ACCOUNT.matcher(left).replaceAll("$1" + Matcher.quoteReplacement(ACCOUNT));
    left = replace(left, CARD_NUMBER, Redaction::isCard, CARD);
    left = NAMED_PHONE.matcher(left).replaceAll("$1" + Matcher.quoteReplacement(PHONE));
    return replace(left, PHONE_NUMBER, Redaction::isPhone, PHONE);
  }

  private static String replace(
      String text, Pattern pattern, Predicate<String> really, String instead) {
    return pattern
        .matcher(text)
        .replaceAll(match ->
            Matcher.quoteReplacement(really.test(match.group()) ? instead : match.group()));
  }

  /** An IBAN is as long as its country says; letters of the next word don't belong to it. */
  private static String accounts(String text) {
    StringBuilder out = new StringBuilder();
    int end = 0;
    Matcher matcher = IBAN.matcher(text);
    while (matcher.find(end)) {
      int length = ibanLength(matcher.toMatchResult());
      out.append(text, end, matcher.start());
      if (length > 0) {
        out.append(ACCOUNT);
        end = matcher.start() + length;
      } else {
        // One of ours may begin inside what was none.
        end = matcher.start() + 1;
        out.append(text.charAt(matcher.start()));
      }
    }
    return out.append(text, end, text.length()).toString();
  }

  /** How many characters of the match are an IBAN, 0 if it is none. */
  private static int ibanLength(MatchResult match) {
    String text = match.group();
    Integer digits = IBAN_LENGTHS.get(text.substring(0, 2).toUpperCase(java.util.Locale.ROOT));
    if (digits == null) {
      return 0;
    }
    StringBuilder iban = new StringBuilder();
    int end = 0;
    while (end < text.length() && iban.length() < digits) {
      char c = text.charAt(end++);
      if (c != ' ' && c != '-') {
        iban.append(Character.toUpperCase(c));
      }
    }
    return iban.length() == digits && mod97(iban.toString()) == 1 ? end : 0;
  }

  /** ISO 7064 MOD 97-10 with the country and check digits moved to the end. */
  private static int mod97(String iban) {
    String moved = iban.substring(4) + iban.substring(0, 4);
    StringBuilder number = new StringBuilder();
    moved.chars().forEach(c -> number.append(Character.digit(c, 36)));
    return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
  }

  private static boolean isCard(String text) {
    String digits = digits(text);
    return ISSUER.matcher(digits).matches() && luhn(digits);
  }

  /** The check of ISO/IEC 7812: from the right, every second digit twice. */
  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = i % 2 == 0 ? digit : 2 * digit;
      sum += twice > 9 ? twice - 9 : twice;
    }
    return sum % 10 == 0;
  }

  private static boolean isPhone(String text) {
    String bare = text.strip();
    int digits = digits(bare).length();
    if (DATE.matcher(bare).matches()) {
      return false;
    }
    if (bare.startsWith("+") || bare.startsWith("(+")) {
      return digits >= 7 && digits <= 15;
    }
    if (bare.matches("00[1-9].*")) {
      return digits >= 11 && digits <= 17;
    }
    return NORTH_AMERICAN.matcher(bare).matches()
        || (WITH_TRUNK.matcher(bare).matches() && digits >= 7 && digits <= 13);
  }

  private static String digits(String text) {
    return text.replaceAll("\\D", "");
  }
}
