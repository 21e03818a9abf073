using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Contracts.Instances;

/// <summary>
/// What an instance is told about itself when it asks its metadata service. EC2 offers it, from its records alone; who
/// serves it over HTTP knows no rule.
/// </summary>
public interface IInstanceMetadata
{
    /// <summary>The account and region of an instance; null where there is none of this id.</summary>
    Scope? Find(ReadCall call, string instanceId);

    /// <summary>Answers a request of an instance of the call's account and region.</summary>
    MetadataAnswer Answer(ReadCall call, MetadataRequest request);
}
