using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Launches instances with their network interfaces.</summary>
public sealed class RunInstances : IWriteOperation<RunInstancesRequest, RunInstancesResult>
{
    /// <inheritdoc/>
    public RunInstancesResult Run(RunInstancesRequest request, Call call)
    {
        var launched = new InstanceLauncher(call, request).Launch();
        var reservation = launched[0].ReservationId;
        InstanceLoop.Launch(call, reservation);
        var view = ReservationView.Of(reservation, launched, call);
        return new()
        {
            ReservationId = view.ReservationId,
            OwnerId = view.OwnerId,
            Groups = view.Groups,
            Instances = view.Instances,
        };
    }
}
