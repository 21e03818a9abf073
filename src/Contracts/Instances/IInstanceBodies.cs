using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Instances;

/// <summary>Which body an instance has. EC2 offers it.</summary>
public interface IInstanceBodies
{
    /// <summary>The body of an instance of the call's account and region.</summary>
    InstanceBody Of(ReadCall call, string instanceId);
}
