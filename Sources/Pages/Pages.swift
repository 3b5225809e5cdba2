/// The pages of the site.
public enum Pages {}
