using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Launches instances with their network interfaces.</summary>
public sealed class RunInstances : IWriteOperation<RunInstancesRequest, RunInstancesResult>
{
    /// <inheritdoc/>
    public RunInstancesResult Run(RunInstancesRequest request, Call call)
    {
        var launched = Launch(request, call);
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

    private static IReadOnlyList<InstanceRecord> Launch(RunInstancesRequest request, Call call)
    {
        if (request.LaunchTemplate is not { } named)
        {
            return new InstanceLauncher(call, request).Launch();
        }

        var template = TemplateLookup.Get(call, named.LaunchTemplateId, named.LaunchTemplateName);
        var order = new LaunchOrder
        {
            SystemTags = TemplateMerge.TagsOf(TemplateLookup.Version(call, template, named.Version)),
        };
        return new InstanceLauncher(call, TemplateMerge.Apply(call, request), order).Launch();
    }
}
