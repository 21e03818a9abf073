using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Contracts.Instances;

/// <summary>
/// What an instance is told about itself when it asks its metadata service. EC2 offers it; who serves it over HTTP
/// knows no rule. An answer only reads: where it needs something to be made first, that is an ordinary call before it.
/// </summary>
public interface IInstanceMetadata
{
    /// <summary>The account and region of an instance; null where there is none of this id.</summary>
    Scope? Find(ReadCall call, string instanceId);

    /// <summary>Whether <see cref="Prepare"/> has to run before a request is answered.</summary>
    bool IsUnprepared(ReadCall call, MetadataRequest request) => false;

    /// <summary>Makes what the answer to a request shows: credentials of the instance's role.</summary>
    void Prepare(Call call, MetadataRequest request)
    {
    }

    /// <summary>Answers a request of an instance of the call's account and region.</summary>
    MetadataAnswer Answer(ReadCall call, MetadataRequest request);
}
