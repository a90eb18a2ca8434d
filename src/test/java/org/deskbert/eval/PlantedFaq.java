package org.deskbert.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;

/**
 * A made-up FAQ in which some entries are planted twice: the same thing to do with the same object,
 * in other words and other sentences. All entries share sentences and many share the object or the
 * verb, so it is far more crowded than a FAQ that somebody wrote.
 *
 * @param faq the FAQ; the planted entries are its last ones
 * @param planted pairs of ids, the original first
 */
record PlantedFaq(Faq faq, Set<List<String>> planted) {
  private static final int PHRASINGS = 3;

  private static final List<List<String>> VERBS =
      lists(
          """
          order/request/ask for; cancel/call off/stop; change/modify/edit; \
          return/send back/give back; pay for/settle/cover the cost of; find/locate/look up; \
          share/give others access to/let a colleague use; delete/remove/get rid of; \
          renew/extend/prolong; report a problem with/complain about/report a fault in; \
          print/get a paper copy of/print out; download/save a copy of/get as a file; \
          approve/sign off/authorise; track/follow the progress of/see the status of; \
          export/take out as a spreadsheet/copy into Excel; block/freeze/lock; \
          activate/switch on/enable; insure/get cover for/take out insurance on; \
          translate/have in another language/get in Spanish; \
          archive/store away for good/put into the archive\
          """);

  private static final List<String> OBJECTS =
      list(
          """
          laptop; monitor; keyboard; headset; docking station; desk phone; work mobile; printer; \
          scanner; projector; webcam; badge; parking permit; locker; desk; office chair; \
          meeting room; company car; bicycle lease; train ticket; flight; hotel booking; \
          expense claim; travel advance; credit card; debit card; savings account; \
          current account; joint account; business account; standing order; direct debit; \
          wire transfer; cheque book; overdraft; mortgage; car loan; student loan; pension plan; \
          life policy; home policy; travel policy; dental plan; health plan; gym membership; \
          lunch voucher; gift card; discount code; loyalty points; newsletter; subscription; \
          invoice; receipt; tax form; payslip; contract; job reference; sick note; \
          holiday request; parental leave; overtime; timesheet; shift plan; training course; \
          language course; certificate; appraisal; bonus; salary advance; stock option; visa; \
          work permit; relocation package; uniform; safety shoes; helmet; first aid kit; \
          fire drill; visitor pass; delivery; parcel; pallet; purchase order; quote; \
          supplier account; framework agreement; warranty; spare part; service appointment; \
          repair; refund; return label; shopping basket; wish list; customer account; \
          shipping address; billing address; password; user name; security question; \
          authenticator; VPN access; mailbox; shared folder; distribution list; calendar; backup; \
          software licence; database; test server; web certificate; domain name; firewall rule; \
          network cable; wifi code; guest network; remote desktop; virtual machine; dashboard; \
          report; survey; presentation; template; logo; photo; video; podcast; press release; \
          blog post; brochure; flyer; poster; banner; stand at the fair; sample; prototype; \
          drawing; model; patent; trademark; lab coat; microscope; reagent; gas bottle; \
          waste bin; recycling box; coffee machine; water cooler; fridge; microwave; light bulb; \
          heating; air conditioning; window blind; door lock; alarm code; lift; cleaning service; \
          canteen menu; vending machine; crane; forklift; truck; trailer; container; \
          customs form; bill of lading; weighbridge ticket; route plan; fuel card; toll box; \
          driver card; tachograph; tyre; battery; charging station; solar panel; meter reading; \
          gas contract; electricity contract; water bill; moving date; rental deposit; key; \
          garage; storage unit; garden plot; allotment; playground; swimming pass; library card; \
          school place; nursery place; exam; transcript; diploma; scholarship; dormitory room; \
          student card; lecture recording; blood test; x-ray; prescription; vaccination; \
          referral; medical file; wheelchair; hearing aid; glasses; ambulance bill; \
          blood donation; check-up; physiotherapy; diet plan; insulin pump; nurse call; \
          ward place; visiting slot; birth certificate; passport; identity card; \
          driving licence; vehicle registration; dog tax; building permit; fishing licence; \
          market stall; wedding date; name entry; voting card; complaint file; court date; fine; \
          tax refund; child benefit; housing benefit; unemployment claim; pension statement; \
          donation; club membership; season ticket; concert ticket; museum pass; cinema voucher; \
          theatre seat; boat trip; ski pass; camping pitch; rental car; bus pass; \
          airport transfer; lounge access; seat reservation; extra luggage; pet transport; \
          meal order; table reservation; cooking class; wine tasting; spa day\
          """);

  private static final List<String> SENTENCES =
      list(
          """
          How do I VERB my OBJECT?; VERB OBJECT; I want to VERB the OBJECT; \
          What is the way to VERB a OBJECT?; Where can I VERB OBJECT?; \
          Can you tell me how to VERB the OBJECT; \
          I'd like to VERB my OBJECT, what do I have to do?; help me VERB a OBJECT please; \
          who do I ask to VERB a OBJECT?; steps to VERB the OBJECT\
          """);

  private static List<String> list(String text) {
    return Arrays.stream(text.split(";")).map(String::strip).toList();
  }

  private static List<List<String>> lists(String text) {
    return list(text).stream().map(one -> List.of(one.split("/"))).toList();
  }

  /**
   * Makes one.
   *
   * @param entries in all, at most 5,200 with the planted ones
   * @param pairs how many are planted
   */
  static PlantedFaq of(int entries, int pairs, long seed) {
    Random random = new Random(seed);
    List<int[]> subjects = new ArrayList<>();
    for (int verb = 0; verb < VERBS.size(); verb++) {
      for (int object = 0; object < OBJECTS.size(); object++) {
        subjects.add(new int[] {verb, object});
      }
    }
    Collections.shuffle(subjects, random);
    List<Entry> all = new ArrayList<>();
    Set<List<String>> planted = new HashSet<>();
    List<List<Integer>> orders = new ArrayList<>();
    for (int i = 0; i < entries - pairs; i++) {
      List<Integer> order = new ArrayList<>();
      for (int sentence = 0; sentence < SENTENCES.size(); sentence++) {
        order.add(sentence);
      }
      Collections.shuffle(order, random);
      orders.add(order);
      all.add(entry("e" + i, subjects.get(i), order.subList(0, PHRASINGS), random));
    }
    for (int i = 0; i < pairs; i++) {
      List<Integer> others = orders.get(i).subList(PHRASINGS, 2 * PHRASINGS);
      all.add(entry("p" + i, subjects.get(i), others, random));
      planted.add(List.of("e" + i, "p" + i));
    }
    return new PlantedFaq(new Faq("planted", all), planted);
  }

  private static Entry entry(String id, int[] subject, List<Integer> sentences, Random random) {
    List<String> verbs = VERBS.get(subject[0]);
    List<String> phrasings =
        sentences.stream()
            .map(sentence ->
                SENTENCES
                    .get(sentence)
                    .replace("VERB", verbs.get(random.nextInt(verbs.size())))
                    .replace("OBJECT", OBJECTS.get(subject[1])))
            .toList();
    return new Entry(id, phrasings, "Ask the office about " + id + ".", "", List.of(), null, null);
  }
}
