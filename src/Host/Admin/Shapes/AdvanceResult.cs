namespace Orrery.Host.Admin.Shapes;

/// <summary>What turning the clock forward did.</summary>
/// <param name="From">The virtual time before.</param>
/// <param name="To">The virtual time after.</param>
/// <param name="Changes">How many changes happened on the way.</param>
public sealed record AdvanceResult(DateTimeOffset From, DateTimeOffset To, long Changes);
