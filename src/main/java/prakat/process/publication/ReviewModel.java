package prakat.process.publication;

/** The names in {@code processes/review.bpmn}, which the other model calls; a test holds them against the model. */
public final class ReviewModel {

    /** The process of a review whether something is still current. */
    public static final String REVIEW = "review";

    /** User task of a web officer. */
    public static final String REVIEW_CURRENCY = "reviewCurrency";

    private ReviewModel() {}
}
