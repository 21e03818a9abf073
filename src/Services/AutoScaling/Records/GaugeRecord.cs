using Orrery.Services.AutoScaling.Ids;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>How many instances a group has, from an instant on.</summary>
public sealed record GaugeRecord
{
    /// <summary>The group and the instant, the newest first.</summary>
    public required ScalingKey Key { get; init; }

    /// <summary>The group.</summary>
    public required string Group { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The minimum.</summary>
    public int Min { get; init; }

    /// <summary>The maximum.</summary>
    public int Max { get; init; }

    /// <summary>What is desired.</summary>
    public int Desired { get; init; }

    /// <summary>What is in service.</summary>
    public int InService { get; init; }

    /// <summary>What comes.</summary>
    public int Pending { get; init; }

    /// <summary>What is set aside.</summary>
    public int Standby { get; init; }

    /// <summary>What goes.</summary>
    public int Terminating { get; init; }

    /// <summary>What is kept because a hook was abandoned.</summary>
    public int Retained { get; init; }

    /// <summary>The same in units; null where instances are not weighed.</summary>
    public UnitGaugeRecord? Units { get; init; }

    /// <summary>What the warm pool has; null where there is none.</summary>
    public PoolGaugeRecord? Pool { get; init; }
}
