using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Rules.Fleets;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Fleets;

/// <summary>Lists what happened to a fleet since an instant.</summary>
public sealed class DescribeFleetHistory : IReadOperation<DescribeFleetHistoryRequest, DescribeFleetHistoryResult>
{
    /// <inheritdoc/>
    public DescribeFleetHistoryResult Run(DescribeFleetHistoryRequest request, ReadCall call)
    {
        var fleet = LaunchKinds.Fleet.Get(call, request.FleetId!);
        if (fleet.Type == FleetType.Instant)
        {
            throw new ServiceException(
                "UnsupportedOperation", "DescribeFleetHistory is not for fleets of type instant.");
        }

        var after = request.NextToken is { } token ? PageToken.KeyOf(token) : "";
        var events = FleetHistory.Of(call, fleet.Id, request.StartTime!.Value)
            .Where(e => request.EventType is null || e.Kind == request.EventType)
            .Where(e => string.CompareOrdinal(e.Id.Value, after) > 0);
        var page = Lister.Cut(events, e => e.Id.Value, request.MaxResults);
        return new()
        {
            FleetId = fleet.Id.Value,
            StartTime = request.StartTime,
            LastEvaluatedTime = call.Now,
            HistoryRecords = page.As(e => new HistoryRecordEntry
            {
                EventType = e.Kind,
                Timestamp = e.At,
                EventInformation = new()
                {
                    EventSubType = e.SubType, EventDescription = e.Description, InstanceId = e.InstanceId,
                },
            }),
            NextToken = page.NextToken,
        };
    }
}
