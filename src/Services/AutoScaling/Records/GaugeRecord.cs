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

    /// <summary>What is in service, in units.</summary>
    public int InServiceUnits { get; init; }

    /// <summary>What comes, in units.</summary>
    public int PendingUnits { get; init; }

    /// <summary>What is set aside, in units.</summary>
    public int StandbyUnits { get; init; }

    /// <summary>What goes, in units.</summary>
    public int TerminatingUnits { get; init; }
}
