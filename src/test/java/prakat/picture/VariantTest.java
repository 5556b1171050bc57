package prakat.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which sizes a picture is offered. */
class VariantTest {

    @ParameterizedTest
    @CsvSource({
        "4000, 3000, 480x360 960x720 1920x1440",
        "3000, 4000, 480x640 960x1280 1920x2560",
        "1200, 600, 480x240 960x480 1200x600",
        "960, 480, 480x240 960x480",
        "500, 250, 480x240 500x250",
        "480, 20000, ''",
        "5000, 1, 480x1 960x1 1920x1",
    })
    void noneIsWiderThanThePictureOrOfWhatIsSmall(int width, int height, String sizes) {
        PictureSize picture = new PictureSize(width, height);
        assertThat(Variant.of(picture).stream()
                        .map(variant -> variant.size(picture))
                        .map(size -> size.width() + "x" + size.height())
                        .reduce("", (all, one) -> (all + " " + one).strip()))
                .isEqualTo(sizes);
    }
}
