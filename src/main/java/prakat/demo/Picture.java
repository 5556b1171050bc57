package prakat.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A drawn picture of a school below mountains with people before it, another for each number, as JPEG. */
record Picture(int n) {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 1080;
    private static final int GROUND = 780;

    byte[] drawn() {
        Random random = new Random(n);
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        float time = random.nextFloat();
        g.setPaint(new GradientPaint(
                0,
                0,
                Color.getHSBColor(0.55f, 0.35f + time * 0.3f, 0.95f),
                0,
                GROUND,
                Color.getHSBColor(0.1f, 0.15f, 1)));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        for (int range = 0; range < 3; range++) {
            mountains(g, range, random);
        }
        g.setColor(Color.getHSBColor(0.27f, 0.5f, 0.55f + time * 0.2f));
        g.fillRect(0, GROUND, WIDTH, HEIGHT - GROUND);
        school(g, random);
        people(g, random);
        g.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mountains(Graphics2D g, int range, Random random) {
        Polygon ridge = new Polygon();
        ridge.addPoint(0, GROUND);
        for (int x = 0; x <= WIDTH; x += 90) {
            ridge.addPoint(x, 260 + range * 130 + random.nextInt(150));
        }
        ridge.addPoint(WIDTH, GROUND);
        g.setColor(Color.getHSBColor(0.38f, 0.25f + range * 0.12f, 0.75f - range * 0.12f));
        g.fillPolygon(ridge);
    }

    private static void school(Graphics2D g, Random random) {
        int x = 120 + random.nextInt(500);
        int width = 520 + random.nextInt(200);
        int top = GROUND - 260;
        g.setColor(Color.getHSBColor(random.nextFloat(), 0.18f, 0.97f));
        g.fillRect(x, top, width, 270);
        g.setColor(Color.getHSBColor(0.02f + random.nextFloat() * 0.05f, 0.65f, 0.62f));
        g.fillPolygon(new int[] {x - 40, x + width / 2, x + width + 40}, new int[] {top, top - 110, top}, 3);
        g.setColor(new Color(0x4a6a8a));
        for (int row = 0; row < 2; row++) {
            for (int window = x + 30; window < x + width - 60; window += 90) {
                g.fillRect(window, top + 30 + row * 120, 55, 70);
            }
        }
    }

    private static void people(Graphics2D g, Random random) {
        int rows = 1 + random.nextInt(3);
        for (int row = 0; row < rows; row++) {
            Color uniform = Color.getHSBColor(random.nextFloat(), 0.45f, 0.85f);
            int y = GROUND + 20 + row * 85;
            for (int x = 60 + row * 35 + random.nextInt(60); x < WIDTH - 80; x += 75 + random.nextInt(35)) {
                g.setColor(uniform);
                g.fillRoundRect(x, y, 52, 120, 26, 26);
                g.setColor(Color.getHSBColor(0.07f, 0.35f + random.nextFloat() * 0.25f, 0.75f));
                g.fillOval(x + 6, y - 44, 40, 46);
                g.setColor(new Color(0x2a211c));
                g.fillArc(x + 4, y - 50, 44, 40, 0, 180);
            }
        }
    }
}
