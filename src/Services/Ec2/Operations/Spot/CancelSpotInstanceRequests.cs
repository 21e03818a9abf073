using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Spot;

/// <summary>Cancels Spot requests; their instances live on, but for those that an interruption stopped.</summary>
public sealed class CancelSpotInstanceRequests
    : IWriteOperation<CancelSpotInstanceRequestsRequest, CancelSpotInstanceRequestsResult>
{
    /// <inheritdoc/>
    public CancelSpotInstanceRequestsResult Run(CancelSpotInstanceRequestsRequest request, Call call)
    {
        var cancelled = new List<CancelledSpotInstanceRequest>();
        foreach (var id in request.SpotInstanceRequestIds!.Distinct(StringComparer.Ordinal))
        {
            var record = Cancelled(call, LaunchKinds.SpotRequest.Get(call, id));
            cancelled.Add(new()
            {
                SpotInstanceRequestId = id,
                State = record.State switch
                {
                    SpotInstanceState.Closed or SpotInstanceState.Failed => CancelSpotInstanceRequestState.Closed,
                    _ => CancelSpotInstanceRequestState.Cancelled,
                },
            });
        }

        return new() { CancelledSpotInstanceRequests = cancelled };
    }

    private static SpotRequestRecord Cancelled(Call call, SpotRequestRecord record)
    {
        var code = record.State switch
        {
            SpotInstanceState.Open => SpotStatus.CanceledBeforeFulfillment,
            SpotInstanceState.Active => SpotStatus.CanceledAndRunning,
            SpotInstanceState.Disabled => record.StatusCode,
            _ => null,
        };
        if (code is null)
        {
            return record;
        }

        // What was stopped by an interruption ends with its request: EC2 User Guide, "Stop interrupted Spot Instances".
        var ends = record.State == SpotInstanceState.Disabled && code != SpotStatus.StoppedByUser;
        record = SpotEvaluation.With(
            call, record, SpotInstanceState.Cancelled, ends ? SpotStatus.TerminatedByService : code);
        SpotRequestLoop.Put(call, record);
        if (ends)
        {
            FleetLoop.Terminate(call, new InstanceId(record.InstanceId!));
        }

        return record;
    }
}
