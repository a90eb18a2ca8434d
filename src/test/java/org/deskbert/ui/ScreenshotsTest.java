package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.deskbert.app.ModelInfo;
import org.deskbert.app.Settings.Theme;
import org.deskbert.app.Tasks;
import org.deskbert.faq.Problem;
import org.deskbert.ui.WindowModel.Page;
import org.deskbert.ui.chat.Message;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes the pictures of the README and of the documentation: {@code -Dscreens=assets/screens}
 * writes them there, else they go to {@code target/screens}.
 */
@ExtendWith(ApplicationExtension.class)
class ScreenshotsTest {
  private static final Path FOLDER = Path.of(System.getProperty("screens", "target/screens"));

  private Stage stage;

  @Start
  void start(Stage primary) {
    stage = primary;
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void everyScreenIsDrawn(Theme theme) throws Exception {
    take("empty", theme, 100, _ -> {});
    take("conversation", theme, 100, this::converse);
    take(
        "why",
        theme,
        100,
        model -> {
          converse(model);
          answers(model).getLast().whyProperty().set(true);
          answers(model).getLast().stagesProperty().set(true);
        });
    take(
        "didyoumean",
        theme,
        100,
        model -> model.chat.ask("something with a printer password", System.nanoTime()));
    take(
        "overlay",
        theme,
        100,
        model -> {
          model.settings.change(now -> now.withLatencyOverlay(true));
          converse(model);
        });
    take("settings", theme, 100, model -> model.pageProperty().set(Page.SETTINGS));
    take("import-errors", theme, 100, model -> model.imports.open(Path.of("desk.csv")));
    take("conversation-200", theme, 200, this::converse);
  }

  private void converse(WindowModel model) {
    model.chat.ask("my vpn drops at home", System.nanoTime());
    model.chat.ask("how tall is the Eiffel tower?", System.nanoTime());
    model.chat.ask("my vpn drops at home", System.nanoTime());
  }

  private static List<Message.Answer> answers(WindowModel model) {
    List<Message.Answer> answers = new ArrayList<>();
    for (Message message : model.chat.messages()) {
      if (message instanceof Message.Answer answer) {
        answers.add(answer);
      }
    }
    return answers;
  }

  private void take(String name, Theme theme, int zoom, Consumer<WindowModel> scene)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    FakeDesk desk = new FakeDesk();
    desk.settings = desk.settings.withTheme(theme).withZoom(zoom);
    desk.models.add(
        new ModelInfo(
            "deskbert-small",
            "SqueezeBERT sentence encoder, 12 layers of width 384, int8.",
            Path.of("models/x"),
            "Apache-2.0",
            List.of("en"),
            19_400_000,
            "4f1c9a2b77d05e61",
            true,
            true,
            ""));
    desk.models.add(
        new ModelInfo(
            "squeezebert-mnli",
            "The public checkpoint, 12 layers of width 768.",
            Path.of("models/y"),
            "BSD-2-Clause",
            List.of("en"),
            52_000_000,
            "",
            false,
            false,
            "model.onnx does not have the sha256 that bundle.json names. Get the bundle again."));
    desk.badRows =
        List.of(
            new Problem(
                Problem.Severity.ERROR,
                "no-answer",
                "d-3",
                "desk.csv",
                4,
                3,
                "The answer is empty.",
                "Write one or delete the row."),
            new Problem(
                Problem.Severity.ERROR,
                "duplicate-id",
                "d-7",
                "desk.csv",
                9,
                1,
                "The id d-7 is already in line 8 with another answer.",
                "Give one of them another id."));
    WindowModel model =
        WaitForAsyncUtils.asyncFx(
                () -> {
                  WindowModel created =
                      new WindowModel(
                          desk, Tasks.immediate(), Tasks.immediate(), Tasks.immediate());
                  DeskBertApp.open(stage, created);
                  created.start();
                  scene.accept(created);
                  return created;
                })
            .get(20, TimeUnit.SECONDS);
    WaitForAsyncUtils.waitForFxEvents(10);
    WritableImage image =
        WaitForAsyncUtils.asyncFx(() -> stage.getScene().snapshot(null)).get(20, TimeUnit.SECONDS);
    assertTrue(image.getWidth() >= 1000, "the whole window is in the picture");
    assertEquals(theme, model.settings.get().theme());
    write(image, FOLDER.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
  }

  private static void write(WritableImage image, Path file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    Files.createDirectories(file.getParent());
    ImageIO.write(picture, "png", file.toFile());
  }
}
