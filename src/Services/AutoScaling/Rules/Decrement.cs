using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>What happens to the desired capacity when instances leave or come by a user's wish.</summary>
internal static class Decrement
{
    /// <summary>Refuses to desire less than the minimum.</summary>
    /// <exception cref="Core.ServiceException">ValidationError.</exception>
    public static void Check(GroupRecord group, int count, string doing)
    {
        if (group.Desired - count < group.Min)
        {
            throw Errors.Invalid($"Currently, desiredSize equals minSize ({group.Min}). {doing} would bring the group "
                + $"{group.Name} to {group.Desired - count}, below its min-size. Please update the AutoScalingGroup "
                + "sizes "
                + "appropriately.");
        }
    }

    /// <summary>Refuses to desire more than the maximum.</summary>
    /// <exception cref="Core.ServiceException">ValidationError.</exception>
    public static void CheckMore(GroupRecord group, int count, string doing)
    {
        if (group.Desired + count > group.Max)
        {
            throw Errors.Invalid($"{doing} would bring the group {group.Name} to a desired capacity of "
                + $"{group.Desired + count}, which exceeds its max-size of {group.Max}. Please update the "
                + "AutoScalingGroup "
                + "sizes appropriately.");
        }
    }
}
