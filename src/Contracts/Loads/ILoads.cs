using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Loads;

/// <summary>Demand as an input of the world, and what instances make of it.</summary>
public interface ILoads
{
    /// <summary>Declares loads, each in the place of one of the same name; all or none.</summary>
    /// <exception cref="Core.ServiceException">InvalidLoad: the message has a line for each mistake.</exception>
    IReadOnlyList<LoadState> Apply(Call call, IReadOnlyList<LoadDeclaration> loads);

    /// <summary>The loads of the call's account and region, by name.</summary>
    IReadOnlyList<LoadState> List(ReadCall call);

    /// <summary>Takes a load back, with what it did in the past.</summary>
    /// <exception cref="Core.ServiceException">NoSuchLoad.</exception>
    void Remove(Call call, string name);

    /// <summary>A minute of an instance; null where it did not run then.</summary>
    InstanceLoad? Read(ReadCall call, string instanceId, DateTimeOffset at);

    /// <summary>All instances that are not terminated, with the present minute of those that run.</summary>
    IReadOnlyList<InstanceStanding> Instances(ReadCall call);
}
