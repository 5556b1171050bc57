package prakat.picture;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.lang.StreamReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes smaller JPEGs of a picture: upright, on white, in the colours that every browser means, and with nothing beside the
 * pixels. It runs in a {@link Scaler}, whose memory is bounded.
 */
final class Scaling {

    /** In bytes: a picture that takes more is read only in part, every other line and column, or every third. */
    private static final long LARGEST_IN_MEMORY = 80_000_000;

    /** Of 1: what nobody tells from the original beside it. */
    private static final float QUALITY = 0.82f;

    private static final int LARGEST_PROFILE = 4 * 1024 * 1024;

    private Scaling() {}

    /**
     * What to make.
     *
     * @param width of the picture that is upright
     * @param height of the picture that is upright
     * @param file where it is written
     */
    record Target(int width, int height, Path file) {}

    /** @param orientation as Exif counts it */
    static void scale(Path file, int orientation, List<Target> targets) throws IOException {
        BufferedImage picture;
        ColorSpace colors;
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("No picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                picture = read(reader);
                colors = reader.getFormatName().equalsIgnoreCase("png") ? png(file) : rgb(picture);
            } finally {
                reader.dispose();
            }
        }
        picture = unconverted(picture);
        boolean isTurned = orientation >= 5;
        for (Target target : targets.stream()
                .sorted(Comparator.comparing(Target::width).reversed())
                .toList()) {
            picture = isTurned
                    ? fit(picture, target.height(), target.width())
                    : fit(picture, target.width(), target.height());
            write(upright(converted(picture, colors), orientation), target.file());
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        ColorModel pixels = reader.getImageTypes(0).next().getColorModel();
        long bytes = (long) reader.getWidth(0) * reader.getHeight(0) * Math.max(8, pixels.getPixelSize()) / 8;
        int step = (int) Math.ceil(Math.sqrt((double) bytes / LARGEST_IN_MEMORY));
        ImageReadParam all = reader.getDefaultReadParam();
        all.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, all);
    }

    /** In steps of a half: drawn at once, only few of the pixels would count. */
    private static BufferedImage fit(BufferedImage picture, int width, int height) {
        BufferedImage fitting = picture;
        int w = picture.getWidth();
        int h = picture.getHeight();
        do {
            w = Math.max(width, (w + 1) / 2);
            h = Math.max(height, (h + 1) / 2);
            // The last step is more than half.
            fitting = drawn(fitting, w, h);
        } while (w > width || h > height);
        return fitting;
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return drawn;
    }

    /**
     * The same pixels, with their numbers taken for those of sRGB: colours are converted only once there are few of them. The
     * JDK would also take grey beside transparency for a brighter one than every browser does.
     */
    private static BufferedImage unconverted(BufferedImage picture) {
        ColorModel pixels = picture.getColorModel();
        if (picture.getType() != BufferedImage.TYPE_CUSTOM || !(pixels instanceof ComponentColorModel)) {
            return picture;
        }
        int[] bands = pixels.getNumColorComponents() == 1 ? new int[] {0, 0, 0, 1} : new int[] {0, 1, 2, 3};
        WritableRaster raster = picture.getRaster()
                .createWritableChild(
                        0,
                        0,
                        picture.getWidth(),
                        picture.getHeight(),
                        0,
                        0,
                        pixels.hasAlpha() ? bands : Arrays.copyOf(bands, 3));
        ColorModel srgb = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                pixels.hasAlpha(),
                pixels.isAlphaPremultiplied(),
                pixels.getTransparency(),
                pixels.getTransferType());
        return new BufferedImage(srgb, raster, pixels.isAlphaPremultiplied(), null);
    }

    private static BufferedImage converted(BufferedImage picture, ColorSpace colors) {
        if (colors == null || colors.isCS_sRGB()) {
            return picture;
        }
        ColorModel own = new ComponentColorModel(colors, false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        return new ColorConvertOp(null)
                .filter(
                        new BufferedImage(own, picture.getRaster(), false, null),
                        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR));
    }

    private static ColorSpace rgb(BufferedImage picture) {
        ColorSpace colors = picture.getColorModel().getColorSpace();
        return colors.getType() == ColorSpace.TYPE_RGB ? colors : null;
    }

    /** The JDK reads the pixels of a PNG without the profile that says what they mean. */
    private static ColorSpace png(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            for (PngChunk chunk : new PngChunkReader().extract(new StreamReader(stream), Set.of(PngChunkType.iCCP))) {
                byte[] named = chunk.getBytes();
                int name = 0;
                while (named[name] != 0) {
                    name++;
                }
                InputStream packed = new ByteArrayInputStream(named, name + 2, named.length - name - 2);
                ICC_Profile profile =
                        ICC_Profile.getInstance(new InflaterInputStream(packed).readNBytes(LARGEST_PROFILE));
                return profile.getColorSpaceType() == ColorSpace.TYPE_RGB ? new ICC_ColorSpace(profile) : null;
            }
        } catch (ImageProcessingException
                | ZipException
                | EOFException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            // Browsers pass over a profile that is none.
            return null;
        }
        return null;
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == PictureHeader.UPRIGHT) {
            return picture;
        }
        int w = picture.getWidth();
        int h = picture.getHeight();
        AffineTransform turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
                    case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
                    default -> throw new IllegalArgumentException("Orientation " + orientation);
                };
        boolean isTurned = orientation >= 5;
        BufferedImage upright = new BufferedImage(isTurned ? h : w, isTurned ? w : h, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = upright.createGraphics();
        pen.drawImage(picture, turn, null);
        pen.dispose();
        return upright;
    }

    /** Progressive: a third smaller, and seen as a whole at once, where the line is thin. */
    private static void write(BufferedImage picture, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
