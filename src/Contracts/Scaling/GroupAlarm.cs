namespace Orrery.Contracts.Scaling;

/// <summary>An alarm that runs a policy.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State"><c>OK</c>, <c>ALARM</c> or <c>INSUFFICIENT_DATA</c>.</param>
/// <param name="Watches">What it watches, for people; null where that is an expression.</param>
/// <param name="Value">The newest value of that.</param>
/// <param name="Threshold">Its threshold.</param>
/// <param name="IsAbove">Whether what is greater than the threshold breaches.</param>
public sealed record GroupAlarm(
    string Name, string State, string? Watches, double? Value, double? Threshold, bool IsAbove);
