using System.Collections.Immutable;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>What an instance refresh keeps to; defaults are filled in as it starts.</summary>
public sealed record RefreshTermsRecord
{
    /// <summary>The least that is healthy, in percent of what the group desires.</summary>
    public required int Min { get; init; }

    /// <summary>The most that there is, in percent.</summary>
    public required int Max { get; init; }

    /// <summary>Seconds until a new instance in service counts.</summary>
    public required int Warmup { get; init; }

    /// <summary>The percentages at which it pauses.</summary>
    public ImmutableArray<int> Checkpoints { get; init; } = [];

    /// <summary>Seconds of a pause; null without checkpoints.</summary>
    public int? CheckpointDelay { get; init; }

    /// <summary>Whether what is as wanted already is left.</summary>
    public bool SkipsMatching { get; init; }

    /// <summary>Whether it is rolled back when it fails.</summary>
    public bool RollsBack { get; init; }

    /// <summary>The alarms that make it fail.</summary>
    public ImmutableArray<string> Alarms { get; init; } = [];

    /// <summary>What becomes of instances that are protected from scaling in.</summary>
    public ScaleInProtectedInstances Protected { get; init; } = ScaleInProtectedInstances.Wait;

    /// <summary>What becomes of instances in standby.</summary>
    public StandbyInstances Standby { get; init; } = StandbyInstances.Wait;

    /// <summary>Seconds that it waits at its end; null where that was not said.</summary>
    public int? BakeTime { get; init; }
}
