namespace Orrery.Bench.Alarms;

/// <summary>What alarms cost over virtual time.</summary>
/// <param name="Seconds">Seconds of processor time.</param>
/// <param name="Changes">How many commits there were: changes of state, and looks ahead that found none.</param>
public sealed record AlarmsFigures(double Seconds, long Changes);
