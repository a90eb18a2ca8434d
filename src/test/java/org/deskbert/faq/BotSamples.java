package org.deskbert.faq;

import java.io.IOException;

/** Files of bots. */
final class BotSamples {
  private BotSamples() {}

  static final String RASA_NLU =
      """
      version: "3.1"
      nlu:
      - intent: faq/ask_hours
        examples: |
          - When are you open in [Berlin](city)?
          - opening hours [today]{"entity": "day"}
      - intent: ask_parking
        examples:
        - text: Can I park?
      - intent: greet
        examples: |
          - hi
      - synonym: berlin
        examples: |
          - bln
      """;

  static final String RASA_DOMAIN =
      """
      intents: [faq, greet]
      responses:
        utter_faq/ask_hours:
        - text: |
            Daily.

            From 9 to 5.
        - text: Every day.
        utter_parking:
        - text: In the yard.
          image: "https://example.org/a b.png"
        utter_greet:
        - text: Hello
      rules:
      - rule: parking
        steps:
        - intent: ask_parking
        - action: utter_parking
      - rule: faq
        steps:
        - intent: faq
        - action: utter_faq
      """;

  static final String RASA1_NLU =
      """
      ## intent:faq/ask_hours
      - When are you open?
      - opening hours
      ## synonym:x
      - y
      """;

  static final String RASA1_RESPONSES =
      """
      ## ask hours
      * faq/ask_hours
        - Daily.
          From 9 to 5.
      """;

  static byte[] rasa() throws IOException {
    return FormatSamples.zip(
        "bot/data/nlu.yml",
        RASA_NLU,
        "bot/domain.yml",
        RASA_DOMAIN,
        "bot/config.yml",
        "pipeline: []");
  }

  static byte[] dialogflow() throws IOException {
    return FormatSamples.zip(
        "agent.json",
        "{\"language\": \"en\"}",
        "package.json",
        "{\"version\": \"1.0.0\"}",
        "intents/hours.json",
        """
        {"id": "a1", "name": "hours", "responses": [{"messages": [
          {"type": "0", "lang": "en", "speech": ["Daily.", "Every day."]},
          {"type": "0", "lang": "de", "speech": "Immer."},
          {"type": 2, "lang": "en", "title": "More?", "replies": ["Sunday"]}]}]}
        """,
        "intents/hours_usersays_en.json",
        """
        [{"data": [{"text": "When are you open in "}, {"text": "Berlin", "meta": "@city"}, {"text": "?"}]},
         {"data": [{"text": "opening hours"}]}]
        """,
        "intents/hours_usersays_de.json",
        "[{\"data\": [{\"text\": \"Wann offen?\"}]}]",
        "intents/hours - sunday.json",
        """
        {"id": "a2", "parentId": "a1", "name": "hours - sunday", "responses": [{"messages": [
          {"type": 0, "speech": "Closed."}]}]}
        """,
        "intents/hours - sunday_usersays_en.json",
        "[{\"data\": [{\"text\": \"And on Sunday?\"}]}]",
        "intents/old.json",
        """
        {"id": "a3", "name": "old", "userSays": [{"data": [{"text": "Who?"}]}], "responses": [{
          "parameters": [{"name": "person", "dataType": "@person", "value": "$person"}], "messages": [
          {"type": "simple_response", "platform": "google", "lang": "en", "textToSpeech": "Me, $person."}]}]}
        """,
        "intents/Default Fallback Intent.json",
        "{\"name\": \"Default Fallback Intent\", \"fallbackIntent\": true}");
  }

  static final String BOTPRESS =
      """
      {"qnas": [
        {"id": "k1_hours", "data": {"action": "text", "contexts": ["global"], "enabled": true,
          "questions": {"en": ["When are you open?", "Opening hours"], "fr": ["Horaires ?"]},
          "answers": {"en": ["Daily.", "Every day."], "fr": ["Toujours."]}, "redirectFlow": "", "redirectNode": ""}},
        {"id": "k2_park", "data": {"action": "text", "contexts": ["parking"], "enabled": true,
          "questions": {"en": ["Can I park?"]}, "answers": {"en": ["#!builtin_text-1"]}}},
        {"id": "k3_off", "data": {"enabled": false, "questions": {"en": ["Off?"]}, "answers": {"en": ["x"]}}},
        {"id": "k4_flow", "data": {"action": "redirect", "enabled": true, "redirectFlow": "main.flow.json",
          "questions": {"en": ["Book?"]}, "answers": {"en": []}}}
      ], "contentElements": [{"id": "builtin_text-1", "contentType": "builtin_text",
        "formData": {"text$en": "In the yard."}}]}
      """;
}
