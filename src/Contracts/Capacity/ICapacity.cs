using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Contracts.Capacity;

/// <summary>
/// The capacity of zones, as it is declared from outside, and the interruption of Spot Instances by hand. EC2 offers
/// it. AWS has no such operations: it is a part of the world outside.
/// </summary>
public interface ICapacity
{
    /// <summary>The pools of the call's account and region that were declared or are in use.</summary>
    IReadOnlyList<CapacityPool> List(ReadCall call);

    /// <summary>
    /// Declares how many instances of a type a zone has room for, or how many of them may be Spot. Spot Instances that
    /// are too many get their notice; On-Demand Instances stay.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="zone">The zone's name.</param>
    /// <param name="type">The instance type.</param>
    /// <param name="room">How many; null for any number.</param>
    /// <param name="spot">Whether this is said of Spot.</param>
    /// <exception cref="Core.ServiceException">There is no such zone or type, or the number is negative.</exception>
    CapacityPool Declare(Call call, string zone, string type, int? room, bool spot);

    /// <summary>The account and region of an instance; null where there is none.</summary>
    Scope? Find(ReadCall call, string instanceId);

    /// <summary>Gives a Spot Instance the notice of its interruption.</summary>
    /// <returns>When it will be interrupted.</returns>
    /// <exception cref="Core.ServiceException">There is no such instance, or it is no Spot Instance that
    /// runs.</exception>
    DateTimeOffset Interrupt(Call call, string instanceId);
}
