namespace Orrery.Engines.Scaling.Tracking;

/// <summary>The side of the target on which an alarm watches.</summary>
public enum AlarmSide
{
    /// <summary>Above: it adds capacity.</summary>
    High,

    /// <summary>Below: it takes capacity away.</summary>
    Low,
}
