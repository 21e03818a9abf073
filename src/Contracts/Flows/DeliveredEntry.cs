namespace Orrery.Contracts.Flows;

/// <summary>A record as it was delivered.</summary>
/// <param name="At">When.</param>
/// <param name="Place">The log group and stream, or the object.</param>
/// <param name="Line">The record.</param>
public sealed record DeliveredEntry(DateTimeOffset At, string Place, string Line);
