package org.deskbert.faq;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Spreadsheets as they come from careless programs, broken disks and busy people. */
final class DamagedSheets {
  private static final String CELLS =
      row(1, text("A1", "question"), text("B1", "answer"), text("C1", "until"))
          + row(2, text("A2", "Who?"), text("B2", "Me."), "");
  private static final String TYPES =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
          + " Extension=\"rels\""
          + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
          + " Extension=\"xml\" ContentType=\"application/xml\"/><Override"
          + " PartName=\"/xl/workbook.xml\""
          + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
          + " PartName=\"/xl/sharedStrings.xml\""
          + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
          + "</Types>";
  private static final byte[] OLE = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  private DamagedSheets() {}

  /** File names and contents. */
  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    byte[] good = workbook(CELLS);
    all.put("cut.xlsx", Arrays.copyOf(good, good.length * 2 / 3));
    all.put("locked.xlsx", ole("EncryptedPackage"));
    all.put("old.xls", ole("Workbook"));
    all.put(
        "page.xls", FormatSamples.bytes("<table><tr><td>Question<td>Answer<tr><td>Who?<td>Me."));
    all.put(
        "kinds.xlsx",
        workbook(
            CELLS
                + row(
                    3,
                    "<c r=\"A3\"><v>12.0</v></c>",
                    "<c r=\"B3\" t=\"b\"><v>1</v></c>",
                    "<c r=\"C3\"><v>46022</v></c>")
                + row(
                    4,
                    "<c r=\"A4\" t=\"str\"><f>\"Wo\"&amp;\"?\"</f><v>Wo?</v></c>",
                    "<c r=\"B4\"><f>1+1</f><v>2</v></c>")));
    all.put(
        "merged.xlsx",
        workbook(
            CELLS + row(3, text("A3", "When?")),
            "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>"));
    all.put(
        "hidden.xlsx",
        workbook(
            CELLS
                + "<row r=\"3\" hidden=\"1\">"
                + text("A3", "When?")
                + text("B3", "Now.")
                + "</row>"));
    all.put(
        "no-strings.xlsx", zip(TYPES, sheet(row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c>"), ""), null));
    all.put("wrong-types.xlsx", zip("<Types/>", sheet(CELLS, ""), null));
    all.put(
        "rich.xlsx",
        zip(
            TYPES,
            sheet(
                CELLS
                    + row(
                        3, "<c r=\"A3\" t=\"s\"><v>0</v></c>", "<c r=\"B3\" t=\"s\"><v>1</v></c>"),
                ""),
            "<sst><si><r><rPr><b/></rPr><t>Wh</t></r><r><t>en?</t></r></si><si><t>Now.</t></si></sst>"));
    all.put(
        "missing-string.xlsx",
        zip(
            TYPES,
            sheet(CELLS + row(3, "<c r=\"A3\" t=\"s\"><v>7</v></c>", text("B3", "Now.")), ""),
            "<sst/>"));
    all.put(
        "error.xlsx",
        workbook(
            CELLS + row(3, text("A3", "When?"), "<c r=\"B3\" t=\"e\"><f>X1</f><v>#REF!</v></c>")));
    all.put(
        "blank-header.xlsx",
        workbook(
            row(1, text("A1", "question"), text("C1", "answer"))
                + row(2, text("A2", "Who?"), text("B2", "noise"), text("C2", "Me."))));
    all.put(
        "header-in-row-3.xlsx",
        workbook(
            row(1, text("A1", "FAQ of the help desk"))
                + row(3, text("A3", "Frage"), text("B3", "Antwort"))
                + row(4, text("A4", "Wer?"), text("B4", "Ich."))));
    all.put(
        "megabyte.xlsx",
        workbook(CELLS + row(3, text("A3", "When?"), text("B3", "x".repeat(1 << 20)))));
    all.put(
        "twice.xlsx",
        workbook(
            row(1, text("A1", "question"), text("B1", "answer"), text("C1", "answer"))
                + row(2, text("A2", "Who?"), text("B2", "Me."), text("C2", "You."))));
    all.put("empty.xlsx", workbook(""));
    all.put(
        "far.xlsx",
        workbook(CELLS + "<row r=\"1000000000\">" + text("A1000000000", "x") + "</row>"));
    all.put("backwards.xlsx", workbook(row(2, text("B2", "Me."), text("A2", "Who?")) + CELLS));
    all.put(
        "quote.csv",
        FormatSamples.bytes("question,answer\nWho?,Me.\nWhen?,\"Now.\nWhere?,There.\n"));
    all.put(
        "mixed.csv",
        FormatSamples.bytes("question;answer\nWho?;Me.\nWhen?,Now.\nWhere?\tThere.\n"));
    all.put("nul.csv", FormatSamples.bytes("question,answer\nWho?,M\0e.\n"));
    all.put(
        "ansi.csv",
        "question;answer\nWarum?;Fünf für dich.\n".getBytes(Charset.forName("windows-1252")));
    all.put(
        "unicode.txt",
        "\uFEFFquestion\tanswer\r\nWho?\tMe.\r\n".getBytes(StandardCharsets.UTF_16LE));
    all.put("comma.csv", FormatSamples.bytes("question,answer\nWho?,Me, or you.\nWhen?,Now.\n"));
    all.put("no-header.csv", FormatSamples.bytes("Who?,Me.\nWhen?,Now.\n"));
    all.put(
        "digits.csv",
        FormatSamples.bytes("question,answer," + "9".repeat(1 << 20) + "\nWho?,Me.\n"));
    return all;
  }

  private static byte[] ole(String stream) {
    byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
    byte[] out = Arrays.copyOf(OLE, 2_048);
    System.arraycopy(name, 0, out, 1_152, name.length);
    return out;
  }

  private static String row(int number, String... cells) {
    return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
  }

  private static String text(String address, String text) {
    return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static String sheet(String rows, String behind) {
    return "<worksheet"
        + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        + rows
        + "</sheetData>"
        + behind
        + "</worksheet>";
  }

  private static byte[] workbook(String rows) throws IOException {
    return workbook(rows, "");
  }

  private static byte[] workbook(String rows, String behind) throws IOException {
    return zip(TYPES, sheet(rows, behind), "<sst/>");
  }

  private static byte[] zip(
      String types, String sheet, @org.jspecify.annotations.Nullable String strings)
      throws IOException {
    String main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String rels =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    return FormatSamples.zip(
        "[Content_Types].xml",
        types,
        "_rels/.rels",
        rels
            + "<Relationship Id=\"r1\" Type=\""
            + office
            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        "xl/workbook.xml",
        "<workbook "
            + main
            + " xmlns:r=\""
            + office
            + "\"><sheets><sheet name=\"FAQ\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels",
        rels
            + "<Relationship Id=\"s1\" Type=\""
            + office
            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        "xl/worksheets/sheet1.xml",
        sheet,
        strings == null ? "xl/none.xml" : "xl/sharedStrings.xml",
        strings == null ? "<none/>" : strings.replace("<sst", "<sst " + main));
  }
}
