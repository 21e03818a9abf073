using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Instances;

/// <summary>
/// What is wrong with instances: a part of the world outside, for which AWS has no operation. EC2 offers it. Status
/// checks, their metrics and recovery follow from it.
/// </summary>
public interface IImpairments
{
    /// <summary>What is wrong now in the call's account and region, by instance and check.</summary>
    IReadOnlyList<Impairment> List(ReadCall call);

    /// <summary>Impairs an instance that runs, from now on. One that lasts gets the new end.</summary>
    /// <param name="call">The call.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="check">The check that fails.</param>
    /// <param name="lasting">How long; null: until it is mended.</param>
    /// <param name="isSilent">Whether nothing is heard of the check, rather than that it fails.</param>
    /// <exception cref="Core.ServiceException">There is no such instance, it does not run, or its type has no such
    /// check.</exception>
    Impairment Impair(Call call, string instanceId, CheckKind check, TimeSpan? lasting, bool isSilent);

    /// <summary>Mends all that is wrong with an instance; gives what was.</summary>
    /// <exception cref="Core.ServiceException">There is no such instance.</exception>
    IReadOnlyList<Impairment> Mend(Call call, string instanceId);
}
