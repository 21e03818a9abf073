using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Flows;

/// <summary>Takes what flow logs publish. The services that hold log groups and buckets implement it.</summary>
public interface IFlowLogDelivery
{
    /// <summary>Why nothing can be delivered to a target now, as AWS words it; null where all is well.</summary>
    string? Obstacle(ReadCall call, FlowLogTarget target);

    /// <summary>Delivers records, as part of the call.</summary>
    void Deliver(Call call, FlowLogBatch batch);
}
