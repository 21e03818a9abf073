using Orrery.Core;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Snapshots;

/// <summary>What holds of every copy of a snapshot. Source: EBS User Guide, "Copy an Amazon EBS snapshot".</summary>
internal static class SnapshotCopies
{
    private const int Step = 15;
    private const int Longest = 48 * 60;

    /// <summary>
    /// Refuses an order of minutes that cannot be given. Source: EC2 API Reference, CopySnapshot (from 15 minutes to 48
    /// hours in steps of 15 minutes).
    /// </summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static void CheckDuration(long minutes)
    {
        if (minutes is < Step or > Longest || minutes % Step != 0)
        {
            throw Errors.InvalidParameterValue(
                $"The completion duration ({minutes}) must be from {Step} to {Longest} minutes, in steps of {Step}.");
        }
    }

    /// <summary>Refuses a source that is not completed. The wording is guessed.</summary>
    /// <exception cref="ServiceException">IncorrectState.</exception>
    public static void CheckSource(SnapshotRecord source)
    {
        if (source.State != SnapshotState.Completed)
        {
            throw Errors.IncorrectState($"The snapshot '{source.Id}' is in the state '{source.State.ToWire()}'.");
        }
    }
}
