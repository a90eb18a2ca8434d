package org.deskbert.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plot of shares against shares as an inline SVG; the colours are the page's. */
final class Plot {
  private static final double WIDTH = 480;
  private static final double HEIGHT = 340;
  private static final double LEFT = 60;
  private static final double RIGHT = 26;
  private static final double TOP = 14;
  private static final double BOTTOM = 52;
  private static final int STEPS = 5;

  /** The heights that a plot may have, so that its ticks are round. */
  private static final double[] TOPS = {0.05, 0.1, 0.2, 0.25, 0.5, 1};

  private final Html html;
  private final double yMax;

  /** A place in the plot. */
  record Point(double x, double y) {}

  private Plot(Html html, double yMax) {
    this.html = html;
    this.yMax = yMax;
  }

  /** What is drawn between the axes. */
  interface Curve {
    void draw(Plot plot);
  }

  /** The least round height that shows {@code share}. */
  static double height(double share) {
    for (double top : TOPS) {
      if (share <= top) {
        return top;
      }
    }
    return 1;
  }

  /**
   * Writes the plot.
   *
   * @param id unique in the page
   * @param description what the plot shows, for those who can't see it
   * @param yMax height, the width is 1
   */
  static void write(
      Html html,
      String id,
      String title,
      String description,
      String xLabel,
      String yLabel,
      double yMax,
      Curve curve) {
    Plot plot = new Plot(html, yMax);
    html.in(
        "svg",
        () -> {
          html.tag("title", title, "id", id + "-title");
          html.tag("desc", description, "id", id + "-desc");
          plot.axes(xLabel, yLabel);
          curve.draw(plot);
        },
        "viewBox",
        "0 0 " + number(WIDTH) + " " + number(HEIGHT),
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-desc");
  }

  private void axes(String xLabel, String yLabel) {
    for (int i = 0; i <= STEPS; i++) {
      double share = i / (double) STEPS;
      line("grid", new Point(share, 0), new Point(share, yMax));
      line("grid", new Point(0, share * yMax), new Point(1, share * yMax));
      label(percent(share), x(share), HEIGHT - BOTTOM + 18, "middle");
      label(percent(share * yMax), LEFT - 8, y(share * yMax) + 4, "end");
    }
    double middle = (TOP + HEIGHT - BOTTOM) / 2;
    label(xLabel, (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, "middle");
    label(yLabel, 14, middle, "middle", "transform", "rotate(-90 14 %s)".formatted(number(middle)));
  }

  private void label(String text, double x, double y, String anchor, String... more) {
    String[] attributes = {"x", number(x), "y", number(y), "text-anchor", anchor};
    html.tag(
        "text", text, Stream.of(attributes, more).flatMap(Arrays::stream).toArray(String[]::new));
  }

  /** A straight line. */
  void line(String style, Point from, Point to) {
    curve(style, List.of(from, to));
  }

  /** A line through all points. */
  void curve(String style, List<Point> points) {
    String places =
        points.stream()
            .map(point -> number(x(point.x())) + "," + number(y(point.y())))
            .collect(Collectors.joining(" "));
    html.single("polyline", "class", style, "points", places);
  }

  /** A dot that says {@code hint} when pointed at. */
  void dot(String style, Point at, double radius, String hint) {
    html.in(
        "circle",
        () -> html.tag("title", hint),
        "class",
        style,
        "cx",
        number(x(at.x())),
        "cy",
        number(y(at.y())),
        "r",
        number(radius));
  }

  private double x(double share) {
    return LEFT + share * (WIDTH - LEFT - RIGHT);
  }

  private double y(double share) {
    return HEIGHT - BOTTOM - share / yMax * (HEIGHT - TOP - BOTTOM);
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }
}
