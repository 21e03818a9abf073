using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Fleets;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Fleets;

/// <summary>Deletes fleets, each for itself, with or without their instances.</summary>
public sealed class DeleteFleets : IWriteOperation<DeleteFleetsRequest, DeleteFleetsResult>
{
    /// <inheritdoc/>
    public DeleteFleetsResult Run(DeleteFleetsRequest request, Call call)
    {
        var terminate = request.TerminateInstances!.Value;
        var deleted = new List<DeleteFleetSuccessItem>();
        var refused = new List<DeleteFleetErrorItem>();
        foreach (var id in request.FleetIds!.Distinct(StringComparer.Ordinal))
        {
            if (Refusal(call, id, terminate) is { } error)
            {
                refused.Add(new() { FleetId = id, Error = error });
                continue;
            }

            var fleet = LaunchKinds.Fleet.Get(call, id);
            var after = FleetUpkeep.Delete(call, fleet, terminate);
            deleted.Add(new()
            {
                FleetId = id, PreviousFleetState = fleet.State, CurrentFleetState = after.State,
            });
        }

        return new() { SuccessfulFleetDeletions = deleted, UnsuccessfulFleetDeletions = refused };
    }

    private static DeleteFleetError? Refusal(ReadCall call, string id, bool terminate)
    {
        try
        {
            var fleet = LaunchKinds.Fleet.Get(call, id);
            return fleet.State is FleetStateCode.Deleted or FleetStateCode.DeletedRunning
                or FleetStateCode.DeletedTerminating || (fleet.Type == FleetType.Instant && !terminate)
                ? new()
                {
                    Code = DeleteFleetErrorCode.FleetNotInDeletableState,
                    Message = fleet.Type == FleetType.Instant && !terminate
                        ? "A fleet of type instant is deleted with its instances only."
                        : $"The fleet is {fleet.State.ToWire()}.",
                }
                : null;
        }
        catch (ServiceException refusal)
        {
            return new()
            {
                Code = refusal.Code == "InvalidFleetId.Malformed"
                    ? DeleteFleetErrorCode.FleetIdMalformed
                    : DeleteFleetErrorCode.FleetIdDoesNotExist,
                Message = refusal.Message,
            };
        }
    }
}
