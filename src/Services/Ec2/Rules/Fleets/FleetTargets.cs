using Orrery.Core;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Fleets;

/// <summary>The targets of a fleet. Source: EC2 API Reference, TargetCapacitySpecificationRequest.</summary>
/// <param name="Total">Units in all.</param>
/// <param name="OnDemand">Units of On-Demand.</param>
/// <param name="Spot">Units of Spot.</param>
internal sealed record FleetTargets(int Total, int OnDemand, int Spot)
{
    private const int Most = 10_000;

    /// <summary>The targets that a request means: what is named neither way is of the default kind.</summary>
    /// <exception cref="ServiceException">The numbers contradict each other.</exception>
    public static FleetTargets Of(TargetCapacitySpecificationRequest wanted, DefaultTargetCapacityType? before = null)
    {
        var kind = wanted.DefaultTargetCapacityType ?? before;
        if (kind is DefaultTargetCapacityType.CapacityBlock or DefaultTargetCapacityType.ReservedCapacity)
        {
            throw Errors.NotServed($"the capacity type {kind.Value.ToWire()} (DefaultTargetCapacityType)");
        }

        var total = wanted.TotalTargetCapacity!.Value;
        var (demand, spot) = (wanted.OnDemandTargetCapacity, wanted.SpotTargetCapacity);
        if (total is < 0 or > Most || demand < 0 || spot < 0 || (demand ?? 0) + (spot ?? 0) > total
            || (demand is not null && spot is not null && demand + spot != total))
        {
            throw Errors.InvalidParameterValue(
                $"TotalTargetCapacity ({total}) must be from 0 to {Most}, and the sum of OnDemandTargetCapacity and "
                + "SpotTargetCapacity.");
        }

        if ((demand, spot) is (null, null) or ({ }, null) or (null, { }) && kind is null
            && (demand ?? 0) + (spot ?? 0) < total)
        {
            throw Errors.Missing("TargetCapacitySpecification.DefaultTargetCapacityType");
        }

        return kind == DefaultTargetCapacityType.OnDemand
            ? new(total, total - (spot ?? 0), spot ?? 0)
            : new(total, demand ?? 0, total - (demand ?? 0));
    }
}
