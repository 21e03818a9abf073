using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Scaling;

/// <summary>How Auto Scaling groups stand, and why. Auto Scaling offers it.</summary>
public interface IScalingGroups
{
    /// <summary>The size of a group of the call's account and region; null where there is none.</summary>
    GroupSize? SizeOf(ReadCall call, string group);

    /// <summary>Why a group has the size that it has, as of the call.</summary>
    /// <exception cref="Core.ServiceException">There is no such group.</exception>
    GroupExplanation Explain(ReadCall call, string group);
}
