using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Capacity;

/// <summary>
/// The loss of zones: a part of the world outside, for which AWS has no operation. EC2 offers it. The instances of a
/// zone that is out serve nobody, their system status checks fail, and nothing can be launched there.
/// </summary>
public interface IZoneFailures
{
    /// <summary>The zones of the call's account and region that are out, by name.</summary>
    IReadOnlyList<ZoneFailure> List(ReadCall call);

    /// <summary>Takes a zone out, from now on. One that is out gets the new end.</summary>
    /// <param name="call">The call.</param>
    /// <param name="zone">The zone's name.</param>
    /// <param name="lasting">How long; null: until it is mended.</param>
    /// <exception cref="Core.ServiceException">There is no such zone in the region, or it would last no
    /// time.</exception>
    ZoneFailure Fail(Call call, string zone, TimeSpan? lasting);

    /// <summary>Mends a zone; gives what was, or null where nothing was.</summary>
    /// <exception cref="Core.ServiceException">There is no such zone in the region.</exception>
    ZoneFailure? Mend(Call call, string zone);
}
