namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>What the data point of one period means for an alarm.</summary>
internal enum PointState : byte
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It is within the threshold.</summary>
    Fine,

    /// <summary>It is over the threshold.</summary>
    Breaching,

    /// <summary>It is of too few samples to say, and the alarm ignores such points.</summary>
    Scarce,
}
