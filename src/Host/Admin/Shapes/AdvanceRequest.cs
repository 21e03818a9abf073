namespace Orrery.Host.Admin.Shapes;

/// <summary>The body of <c>POST /_orrery/clock/advance</c>: one of both.</summary>
/// <param name="By">A duration such as <c>30d</c>, <c>1h30m</c> or <c>90s</c>.</param>
/// <param name="To">A later instant (ISO 8601).</param>
public sealed record AdvanceRequest(string? By = null, DateTimeOffset? To = null);
