using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Instances;

/// <summary>
/// Launches and ends instances for a service that keeps groups of them. EC2 offers it; all in the call's account and
/// region.
/// </summary>
public interface IInstanceSupply
{
    /// <summary>What a launch template says, version and all.</summary>
    /// <exception cref="Core.ServiceException">There is no such template or version.</exception>
    SupplyTemplate Resolve(ReadCall call, SupplyTemplateName template);

    /// <summary>Where a subnet is.</summary>
    /// <exception cref="Core.ServiceException">There is no such subnet.</exception>
    SupplyPlace PlaceOf(ReadCall call, string subnetId);

    /// <summary>The default subnet of a zone.</summary>
    /// <exception cref="Core.ServiceException">There is no such zone, or it has no default subnet.</exception>
    SupplyPlace DefaultPlaceOf(ReadCall call, string zone);

    /// <summary>Whether a placement group keeps its instances in one zone; false where there is none of this
    /// name.</summary>
    bool IsCluster(ReadCall call, string placementGroup);

    /// <summary>
    /// Launches as many as there is room for, and says why no more. A refusal is a part of the answer, not an
    /// exception.
    /// </summary>
    SupplyOutcome Launch(Call call, SupplyOrder order);

    /// <summary>An instance; null where there is none of this id any more.</summary>
    SuppliedInstance? Find(ReadCall call, string instanceId);

    /// <summary>Ends an instance, protected or not; one that ends already, or is gone, is left alone.</summary>
    void Terminate(Call call, string instanceId);

    /// <summary>Stops an instance that runs, or has it hibernate.</summary>
    /// <exception cref="Core.ServiceException">It may not be stopped, or cannot hibernate.</exception>
    void Stop(Call call, string instanceId, bool hibernates);

    /// <summary>Starts an instance that is stopped.</summary>
    /// <exception cref="Core.ServiceException">It cannot be started: no capacity, for example.</exception>
    void Start(Call call, string instanceId);

    /// <summary>
    /// Gives an instance tags, those whose keys begin with <c>aws:</c> too, and takes others away.
    /// </summary>
    void Tag(Call call, string instanceId, IReadOnlyDictionary<string, string> tags, IReadOnlyList<string> without);
}
