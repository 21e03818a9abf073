namespace Orrery.Host.Admin.Shapes;

/// <summary>An alarm in a list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">OK, ALARM or INSUFFICIENT_DATA.</param>
/// <param name="Reason">Why.</param>
public sealed record TopAlarm(string Name, string State, string? Reason);
