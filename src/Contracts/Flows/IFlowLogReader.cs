using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Contracts.Flows;

/// <summary>Shows what flow logs have delivered.</summary>
public interface IFlowLogReader
{
    /// <summary>The flow logs of an account and region, as one line each: id, resource, traffic, destination.</summary>
    IReadOnlyList<FlowLogSummary> List(ReadCall call);

    /// <summary>The account and region that have a flow log or records of it; null where there are none.</summary>
    Scope? Find(ReadCall call, string id);

    /// <summary>The records of a flow log of the call's own scope.</summary>
    /// <param name="call">The call.</param>
    /// <param name="id">The flow log.</param>
    /// <param name="since">Only what was delivered at or after this instant.</param>
    /// <param name="withNoData">
    /// Whether to add the NODATA records of intervals without traffic. They are worked out here, not kept: the world
    /// would else tick for ever.
    /// </param>
    /// <exception cref="Core.ServiceException">There is no such flow log.</exception>
    DeliveredLog Read(ReadCall call, string id, DateTimeOffset? since, bool withNoData);
}
