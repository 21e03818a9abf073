namespace Orrery.Host.Admin.Shapes;

/// <summary>
/// The body of <c>POST /_orrery/clock/rate</c>, <c>/set</c> and <c>/mode</c>: the member of that name.
/// </summary>
/// <param name="Rate">Virtual seconds per real second, 0 or more.</param>
/// <param name="Now">The instant to jump to (ISO 8601).</param>
/// <param name="Mode"><c>live</c> or <c>stepped</c>.</param>
public sealed record ClockChange(double? Rate = null, DateTimeOffset? Now = null, string? Mode = null);
