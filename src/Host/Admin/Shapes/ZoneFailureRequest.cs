namespace Orrery.Host.Admin.Shapes;

/// <summary>The loss of a zone.</summary>
/// <param name="For">How long: <c>2h</c>; none given: until it is mended.</param>
public sealed record ZoneFailureRequest(string? For = null);
