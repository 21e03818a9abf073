namespace Orrery.Engines.Scaling.Tracking;

/// <summary>An alarm that a target tracking policy owns.</summary>
/// <param name="Side">High or low.</param>
/// <param name="Threshold">Its threshold.</param>
/// <param name="Periods">How many periods in a row it looks at; all have to breach.</param>
/// <param name="PeriodSeconds">The length of a period.</param>
public sealed record TrackingAlarm(AlarmSide Side, double Threshold, int Periods, int PeriodSeconds)
{
    /// <summary>Whether it looks for what is greater than its threshold.</summary>
    public bool Above => Side == AlarmSide.High;

    /// <summary>Its name: the group, the side, and an id.</summary>
    public string NameFor(string group, string id) => $"TargetTracking-{group}-Alarm{Side}-{id}";

    /// <summary>Whether a value breaches.</summary>
    public bool IsBreachedBy(double value) => Above ? value > Threshold : value < Threshold;
}
