import java.util.Locale;
import java.util.Map;

/** A plot of shares: a dark bar for clean questions, a light one for mistyped ones. */
final class Bars {
  private static final int ROW = 44;
  private static final int LABEL = 250;
  private static final int WIDTH = 400;

  private Bars() {}

  static String svg(Map<String, double[]> rows) {
    StringBuilder svg = new StringBuilder();
    int height = ROW * rows.size() + 30;
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">\n"
            .formatted(LABEL + WIDTH + 60, height));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
    int top = 10;
    for (Map.Entry<String, double[]> row : rows.entrySet()) {
      svg.append(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
              .formatted(LABEL - 10, top + 22, row.getKey()));
      bar(svg, top, row.getValue()[0], "#0969da");
      bar(svg, top + 17, row.getValue()[1], "#9ec5f0");
      top += ROW;
    }
    svg.append(
        "<text x=\"%d\" y=\"%d\">right entry first, in 100 questions: clean (dark), mistyped (light)</text>\n"
            .formatted(LABEL, height - 8));
    return svg.append("</svg>\n").toString();
  }

  private static void bar(StringBuilder svg, int top, double share, String color) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%.0f\" height=\"15\" fill=\"%s\"/>"
                + "<text x=\"%.0f\" y=\"%d\">%.0f</text>\n",
            LABEL,
            top,
            share * WIDTH,
            color,
            LABEL + share * WIDTH + 6,
            top + 12,
            100 * share));
  }
}
