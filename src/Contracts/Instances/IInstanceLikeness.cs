using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Instances;

/// <summary>Tells what others like an instance would be launched with. EC2 offers it.</summary>
public interface IInstanceLikeness
{
    /// <summary>What an instance of the call's account and region is; null where there is none of this id.</summary>
    InstanceLikeness? Of(ReadCall call, string instanceId);
}
