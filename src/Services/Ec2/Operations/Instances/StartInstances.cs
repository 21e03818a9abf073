using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Services.Ec2.Rules.Reservations;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Starts stopped instances; those that are to have public addresses get new ones.</summary>
public sealed class StartInstances : IWriteOperation<StartInstancesRequest, StartInstancesResult>
{
    /// <inheritdoc/>
    public StartInstancesResult Run(StartInstancesRequest request, Call call)
    {
        if (request.AdditionalInfo is not null)
        {
            throw Errors.NotServed("AdditionalInfo");
        }

        var changes = new List<InstanceStateChange>();
        foreach (var id in request.InstanceIds!.Distinct(StringComparer.Ordinal))
        {
            var instance = InstanceKinds.Instance.Get(call, id);
            var started = InstanceStates.Started(call, instance);
            changes.Add(InstanceStates.Change(instance, started));
            if (started != instance)
            {
                SpotTerms.CheckStart(call, instance);
                InstanceVolumes.CheckRoot(call, instance);
                var pool = new SpotPool(instance.AvailabilityZone, instance.InstanceType);
                var reserved = ReservedPlaces.Of(call, instance);
                reserved.Check(1);
                if (reserved.Room == 0)
                {
                    CapacityPools.CheckRoom(call, pool, spot: instance.SpotRequestId is not null, 1);
                }

                started = reserved.Take(started) with { SpotNotice = null, RebalanceAt = null };
                InstanceLoop.Boot(call, started);
                InstancePublicIps.Start(call, started);
                SpotEvaluation.Started(call, started);
                SpotInterruption.GiveWay(call, pool);
            }
        }

        return new() { StartingInstances = changes };
    }
}
