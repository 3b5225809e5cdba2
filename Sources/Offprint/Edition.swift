/// An edition: the phases from dumps to a published site, in order.
public enum Edition {}
